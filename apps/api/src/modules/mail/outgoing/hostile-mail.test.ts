/** Nothing a person types reaches the headers, the subject or the body of a mail, or a second recipient (I-7), read by a real mail parser. */
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { type MailSink, type ReceivedMail, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, requestInput, self, submitRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, PORTAL } from "../../../../../../tests/support/test-mail.js";
import { startTestServer } from "../../../../../../tests/support/test-server.js";
import { newId } from "../../../kernel/db/index.js";
import { SCOPES } from "../../../kernel/principal.js";
import { accountStore, createToken } from "../../identity/module.js";
import { requestStore } from "../../requests/module.js";
import { createMailAddresses } from "../addresses.js";
import { writeInvitation } from "../letters/link-letter.js";
import type { Mail } from "../mail.js";
import { compose } from "./transport.js";

const HEADERS = new Set([
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "references",
  "in-reply-to",
  "reply-to",
  "auto-submitted",
  "x-auto-response-suppress",
  "list-unsubscribe",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
]);

const AVAILABLE = '{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } }';
const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  confirmation { requestId } userErrors { code path } } }`;

/** A word that no catalogue of ours holds: wherever it turns up, somebody typed it. */
const CANARY = "Zyxwvut";
const VICTIM = "victim@elsewhere.example";
const TEXTS: readonly string[] = [
  `${CANARY}\r\nBcc: ${VICTIM}`,
  `${CANARY}\nBcc: ${VICTIM}`,
  `${CANARY}\rBcc: ${VICTIM}`,
  `${CANARY}\u0000Bcc: ${VICTIM}`,
  `${CANARY}\u2028Bcc: ${VICTIM}`,
  `${CANARY}\u0085Bcc: ${VICTIM}`,
  `${CANARY}, ${VICTIM}`,
  `${CANARY}; ${VICTIM}`,
  `${CANARY} <${VICTIM}>`,
  `"${CANARY}" <${VICTIM}>,`,
  `(${CANARY}) ${VICTIM}`,
  `=?utf-8?B?${Buffer.from(`${CANARY}\r\nBcc: ${VICTIM}`).toString("base64")}?=`,
  `=?utf-8?Q?${CANARY}=0D=0ABcc:_victim=40elsewhere.example?=`,
  `${CANARY}%0d%0aBcc:%20${VICTIM}`,
  `<script>${CANARY}</script>`,
  `<img src=x onerror=alert('${CANARY}')>`,
  `<a href="https://evil.example/${CANARY}">Click</a>`,
  `https://evil.example/${CANARY}`,
  `{number} {{number}} \${number} <%= number %> ${CANARY}`,
  `{count, plural, one {${CANARY}} other {#}}`,
  `${CANARY}\u202etxt.exe`,
  `--${CANARY}\r\n.\r\nMAIL FROM:<a@b>`,
  `.\r\n${CANARY}`,
  `' OR '1'='1 ${CANARY}`,
];
const ADDRESSES: readonly string[] = [
  `${VICTIM},other@elsewhere.example`,
  `${VICTIM};other@elsewhere.example`,
  `${VICTIM} other@elsewhere.example`,
  `a@elsewhere.example\r\nBcc: ${VICTIM}`,
  `a@elsewhere.example\nRCPT TO:<${VICTIM}>`,
  `a@elsewhere.example\u0000${VICTIM}`,
  `"a@elsewhere.example,${VICTIM}"@elsewhere.example`,
  `"a b"@elsewhere.example`,
  `a(comment)@elsewhere.example`,
  `a@(comment)elsewhere.example`,
  `Name <${VICTIM}>`,
  `<${VICTIM}>`,
  `a@elsewhere.example>\r\nDATA`,
  `@relay.example:${VICTIM}`,
  `a@b@elsewhere.example`,
  `a%victim@elsewhere.example`,
  `a!b@elsewhere.example`,
  `a'b@elsewhere.example`,
  `=?utf-8?q?a?=@elsewhere.example`,
  `${"a".repeat(65)}@elsewhere.example`,
  "a@[127.0.0.1]",
  "a@localhost",
  `a@elsewhere.example\u200b`,
  `group:${VICTIM},b@elsewhere.example;`,
];

/** `holdsTitle`: its reader has proven the address, and may read what was typed; it still does nothing. */
const expectCleanMail = (mail: ReceivedMail, words: string, holdsTitle: boolean): void => {
  expect(mail.recipients, words).toHaveLength(1);
  expect(mail.parsed.cc, words).toBeUndefined();
  expect(mail.parsed.bcc, words).toBeUndefined();
  const to = [mail.parsed.to].flat().flatMap((each) => each?.value ?? []);
  expect(
    to.map(({ address, name }) => ({ address, name })),
    words,
  ).toEqual([{ address: mail.recipients[0], name: "" }]);
  expect(
    mail.headerNames.filter((name) => !HEADERS.has(name)),
    words,
  ).toEqual([]);
  expect(new Set(mail.headerNames).size, words).toBe(mail.headerNames.length);
  const all = [mail.raw, mail.parsed.subject, mail.parsed.text, mail.parsed.html].join("\n").toLowerCase();
  const forbidden = ["<script", ...(holdsTitle ? [] : [CANARY.toLowerCase(), "victim", "evil.example"])];
  for (const word of forbidden) expect(all, words).not.toContain(word);
  const links = [...`${mail.parsed.text}${mail.parsed.html}`.matchAll(/https?:\/\/[^\s"'<>]+/g)].map(
    ([link]) => new URL(link).origin,
  );
  expect(new Set(links), words).toEqual(new Set([PORTAL]));
};

describeOnBothDatabases("hostile words and mail", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail;
  let person: Person;
  let planId: string;
  beforeAll(async () => {
    const unlimited = { createRequestPerHour: 10_000, costBucket: 1_000_000 };
    api = await createTestApi({ db: await databases.open(), limits: unlimited });
    sink = await startMailSink();
    const limits = { mailsPerRecipientPerHour: 10_000, externalPrimariesPerDay: 10_000 };
    mail = createTestMail(api, { smtpUrl: sink.url, inboundPort: 1, limits });
    person = await api.person();
    planId = (await makeAgreement(api, [person], { incidents: null })).planId;
  });
  afterAll(async () => {
    await mail.stop();
    await sink.leave();
  });
  const submitted = async (more: Readonly<Record<string, unknown>>): Promise<string | null> => {
    const input = requestInput(person, planId, { additionalContacts: [self(person)], ...more });
    return (await submitRequest(person, input)).data.createRequest.confirmation?.requestId ?? null;
  };
  /** Confirmation, and mail about a message with the same words. */
  const mailsOf = async (requestId: string, text: string): Promise<readonly ReceivedMail[]> => {
    sink.mails.length = 0;
    const at = api.clock.now();
    const entry = { requestId, kind: "REPLY", actorId: null, isFromSupport: true, isInternal: false } as const;
    await api.db.transaction("reply", (tx) =>
      tx.of(requestStore).addEvents([{ ...entry, id: newId("evt", at), text, status: null, at }]),
    );
    await mail.drain();
    return sink.mails;
  };
  let made = 0;
  const contact = (more: object) => ({
    givenName: "Ion",
    familyName: "Pop",
    email: `p${made++}@elsewhere.example`,
    ...more,
  });

  it("I-7: hostile names, titles and descriptions are refused, or leave no trace in any mail", async () => {
    let accepted = 0;
    for (const text of TEXTS)
      for (const more of [
        { title: text },
        { title: text, description: text, primaryContact: contact({}) },
        { primaryContact: contact({ givenName: text }) },
        { primaryContact: contact({ familyName: text }) },
      ]) {
        const requestId = await submitted(more);
        if (requestId === null) continue;
        accepted += 1;
        const mails = await mailsOf(requestId, text.replaceAll("\u0000", ""));
        // Confirmation and reply, to the primary contact alone.
        expect(mails.length, JSON.stringify(more)).toBe(2);
        for (const sent of mails)
          expectCleanMail(sent, JSON.stringify(more), "title" in more && !("primaryContact" in more));
      }
    expect(accepted).toBeGreaterThan(40);
  });

  it("I-7: what is no single plain address is refused; what is one reaches that one alone", async () => {
    for (const email of ADDRESSES) {
      const requestId = await submitted({ primaryContact: contact({ email }) });
      if (requestId === null) continue;
      const mails = await mailsOf(requestId, "x");
      for (const { recipients } of mails) expect(recipients, email).toEqual([email.trim().toLowerCase()]);
    }
    const refused = await Promise.all(
      ADDRESSES.slice(0, 15).map((email) => submitted({ primaryContact: contact({ email }) })),
    );
    expect(refused).toEqual(refused.map(() => null));
  });
});

it("I-7: an address that got past every door is refused by the last one before a mail is written", () => {
  const addresses = createMailAddresses(Buffer.alloc(32, 2), PORTAL);
  const letter = {
    subject: "s",
    html: "h",
    text: "t",
    requestId: null,
    contactId: null,
    unsubscribeUrl: null,
    stranger: null,
    sharesWith: "news",
  } as const;
  for (const to of ADDRESSES.slice(0, 15))
    expect(() =>
      compose(
        { id: "msg_1", letter: { ...letter, to }, at: 0 },
        { from: "a@b.example", inboundDomain: null },
        addresses,
      ),
    ).toThrow("not one plain address");
});

it("I-7: an inviter's name stays one line within its sentence", () => {
  for (const name of TEXTS) {
    const { subject, text, html } = writeInvitation({
      reader: { to: "a@elsewhere.example", language: "en", timeZone: "UTC" },
      url: `${PORTAL}/invitations/token`,
      inviterName: name,
      inviterId: "acc_1",
      requestId: "req_1",
    });
    expect(subject).toBe("An invitation to a support request");
    expect(html).not.toMatch(/<(script|img)/);
    expect([...`${text}${html}`.matchAll(/https?:\/\/[^\s"'<>]+/g)].map(([link]) => new URL(link).origin)).toEqual(
      [...`${text}${html}`.matchAll(/https?:\/\//g)].map(() => PORTAL),
    );
    // The sentence and the note below the link.
    expect(text.split("\n").filter((line) => line.includes(CANARY))).toHaveLength(name.includes(CANARY) ? 2 : 0);
  }
});

it("I-7: Host, X-Forwarded-Host, Forwarded and Origin change nothing in a mail", async () => {
  const sink = await startMailSink();
  const server = await startTestServer({
    seed: "demo",
    env: { SMTP_URL: sink.url, ACCORD_DEMO: "on", PUBLIC_ORIGIN: PORTAL },
  });
  try {
    const [radu] = await server.db.read.of(accountStore).list({ email: "radu.marin@transilvan.example" });
    const { token } = await createToken(
      { db: server.db, clock: server.clock, limits: server.config.limits },
      { accountId: radu?.id ?? "", name: "test", scopes: SCOPES, expiresAt: null },
    );
    const ask = async (query: string, variables: object = {}): Promise<string> => {
      const headers = {
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "http",
        forwarded: "host=evil.example",
        origin: "https://evil.example",
        referer: "https://evil.example/",
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
      };
      const asked = httpRequest({ port: server.config.port, method: "POST", path: "/graphql", headers });
      asked.end(JSON.stringify({ query, variables }));
      const [response] = (await once(asked, "response")) as [IncomingMessage];
      return text(response);
    };
    const plans = JSON.parse(await ask(AVAILABLE)) as { data: { availablePlans: { plan: { id: string } }[] } };
    const account = { givenName: "Radu", familyName: "Marin", email: radu?.email ?? "" };
    const input = requestInput({ account } as Person, plans.data.availablePlans[0]?.plan.id ?? "");
    const created = await ask(CREATE, { input });
    expect(created).toContain('"userErrors":[]');
    await server.mail.drain();
    const mine = sink.mails.filter(({ raw }) =>
      raw.includes(JSON.parse(created).data.createRequest.confirmation.requestId),
    );
    expect(mine).toHaveLength(1);
    for (const mail of sink.mails) expectCleanMail(mail, "spoofed", false);
  } finally {
    await server.stop();
    await sink.leave();
  }
});
