/** Mail beside a test API: the real worker, the real transport to a real SMTP server, the clock of the API moved by hand. */
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_LIMITS, type Limits } from "../../apps/api/src/kernel/limits/limits.js";
import { createFiles, type Files } from "../../apps/api/src/modules/files/module.js";
import { createLinkMails, createMail, type Mail, type MailOptions } from "../../apps/api/src/modules/mail/module.js";
import { answerByMail } from "../../apps/api/src/modules/notices/module.js";
import { keepMailFile } from "../../apps/api/src/modules/requests/module.js";
import { LOOPBACK_ADDRESSES } from "../../apps/api/src/openness.js";
import type { TestApi } from "./test-api.js";

export const PORTAL = "https://support.example";
export const INBOUND_DOMAIN = "reply.support.example";

export interface TestMailOptions {
  readonly smtpUrl?: string | null;
  /** Port of the inbound listener; left out: no inbound. */
  readonly inboundPort?: number;
  readonly limits?: Partial<Limits>;
  readonly parts?: Partial<Pick<MailOptions, "transport" | "sources">>;
}

export type TestMail = Mail & {
  readonly logged: object[];
  /** Where files of mails stand, in a folder of their own. */
  readonly files: () => Promise<Files>;
};

/** Not started: `drain()` sends what is due. `start()` opens the inbound port. */
export const createTestMail = (api: TestApi, options: TestMailOptions = {}): TestMail => {
  const logged: object[] = [];
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ground = { db: api.db, clock: api.clock, limits };
  const log = {
    error: (fields: object) => void logged.push(fields),
    warn: (fields: object) => void logged.push(fields),
  };
  let opened: Promise<Files> | null = null;
  const files = (): Promise<Files> => {
    opened ??= mkdtemp(join(tmpdir(), "accord-mail-")).then((folder) =>
      createFiles({
        config: { blobUrl: `file:${folder}`, clamdUrl: null, publicOrigin: PORTAL, limits },
        ...ground,
        log,
      }),
    );
    return opened;
  };
  const mail: Mail = createMail({
    config: {
      smtpUrl: options.smtpUrl ?? null,
      mailFrom: "support@support.example",
      inbound: options.inboundPort === undefined ? null : { port: options.inboundPort, domain: INBOUND_DOMAIN },
      publicOrigin: PORTAL,
      bind: LOOPBACK_ADDRESSES,
      limits,
    },
    db: api.db,
    clock: api.clock,
    encryptionKey: Buffer.alloc(32, 2),
    log,
    postMail: async (tx, entry) => answerByMail(tx, entry, await mail.letters.catalogue()),
    keepFile: async (file) => keepMailFile(ground, (await files()).take, file),
    sources: createLinkMails({ db: api.db, clock: api.clock, publicOrigin: PORTAL }),
    ...options.parts,
  });
  return Object.assign(mail, { logged, files });
};

/** Speaks SMTP word by word, as a mail server would; answers the last reply line of each step. */
export const sendRaw = async (
  port: number,
  envelope: { readonly from: string; readonly to: readonly string[] },
  content: string | Buffer,
): Promise<string[]> => {
  const socket = createConnection(port, "127.0.0.1");
  socket.setEncoding("utf8");
  const answers: string[] = [];
  const reply = async (): Promise<string> => {
    let text = "";
    while (!/^\d{3} .*\r\n$/m.test(text)) text += String((await once(socket, "data"))[0]);
    return text.trim().split("\r\n").at(-1) ?? "";
  };
  await reply();
  const say = async (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    const answer = await reply();
    answers.push(answer);
    return answer;
  };
  await say("EHLO outside.example");
  await say(`MAIL FROM:<${envelope.from}>`);
  for (const to of envelope.to) await say(`RCPT TO:<${to}>`);
  if ((await say("DATA")).startsWith("354")) {
    // Byte by byte: a mail need not be in UTF-8.
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const stuffed = bytes.toString("latin1").replace(/\r?\n/g, "\r\n").replace(/^\./gm, "..");
    socket.write(Buffer.from(`${stuffed}\r\n`, "latin1"));
    await say(".");
  }
  socket.end("QUIT\r\n");
  await once(socket, "close");
  return answers;
};
