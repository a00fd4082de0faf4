/** A real SMTP server for tests: keeps what it is given, parsed by mailparser, and can refuse, be slow to answer, or be away. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly raw: string;
  /** Names of the headers as they came, in lower case. */
  readonly headerNames: readonly string[];
  readonly parsed: ParsedMail;
}

export interface MailSink {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Set to refuse recipients; null takes all. */
  refuse: ((address: string) => { readonly code: number; readonly text: string } | null) | null;
  /** Set to wait so many milliseconds between having a mail and saying so. */
  delayYes: (() => number) | null;
  /** Mails to one address, oldest first. */
  to(address: string): ReceivedMail[];
  /** Nobody listens at the port any more. */
  leave(): Promise<void>;
  /** Listens at the same port again. */
  comeBack(): Promise<void>;
}

export const startMailSink = async (): Promise<MailSink> => {
  const mails: ReceivedMail[] = [];
  let server = makeServer();
  let port = 0;
  const listen = async (): Promise<void> => {
    server.listen(port, "127.0.0.1");
    await once(server.server, "listening");
    port = (server.server.address() as AddressInfo).port;
  };
  const sink: MailSink = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    refuse: null,
    delayYes: null,
    to: (address) => mails.filter(({ recipients }) => recipients.includes(address)),
    leave: () => new Promise((resolve) => server.close(() => resolve())),
    comeBack: async () => {
      server = makeServer();
      await listen();
    },
  };
  function makeServer(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, callback) => {
        const no = sink.refuse?.(address) ?? null;
        callback(no === null ? null : Object.assign(new Error(no.text), { responseCode: no.code }));
      },
      onData: (stream, session, callback) => {
        void (async () => {
          const parts: Buffer[] = [];
          for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
          const raw = Buffer.concat(parts);
          const { mailFrom, rcptTo } = session.envelope;
          const parsed = await simpleParser(raw);
          mails.push({
            envelopeFrom: mailFrom === false ? "" : mailFrom.address,
            recipients: rcptTo.map(({ address }) => address),
            raw: raw.toString("utf8"),
            headerNames: parsed.headerLines.map(({ key }) => key),
            parsed,
          });
          if (sink.delayYes !== null) await new Promise((resolve) => setTimeout(resolve, sink.delayYes?.()));
          callback();
          // A sender that dies in the middle has sent nothing.
        })().catch(() => undefined);
      },
    });
    made.on("error", () => undefined);
    return made;
  }
  await listen();
  return sink;
};
