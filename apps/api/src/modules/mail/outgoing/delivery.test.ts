/** Mail servers that are away, busy or say no, and processes that die in between (C-2, C-12, E24, I-7 limits) on both databases. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, openRequest, self } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, PORTAL } from "../../../../../../tests/support/test-mail.js";
import { newId } from "../../../kernel/db/index.js";
import { type OutboxMessage, outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { DEFAULT_LIMITS } from "../../../kernel/limits/limits.js";
import { mailTroubleStore, requestStore } from "../../requests/module.js";
import { createMailAddresses } from "../addresses.js";
import type { Mail } from "../mail.js";
import { createTransport, sendErrorOf, type Transport, withoutAddresses } from "./transport.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnBothDatabases("delivery of mail", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { createRequestPerHour: 1000 } });
    sink = await startMailSink();
    mail = createTestMail(api, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await mail.stop();
    await sink.leave();
  });
  beforeEach(() => {
    sink.mails.length = 0;
    sink.refuse = null;
    api.clock.advance(48 * HOUR);
  });
  let made = 0;
  const newEmail = (): string => `someone${made++}@elsewhere.example`;
  const contact = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });
  const opened = async (person: Person, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const { planId } = await makeAgreement(api, [person], { startsOn: startOn() });
    return (await openRequest(person, planId, more)).confirmation.requestId;
  };
  const startOn = (): string => new Date(api.clock.now() - 24 * HOUR).toISOString().slice(0, 10);
  const reply = (requestId: string) => {
    const at = api.clock.now();
    const entry = { requestId, kind: "REPLY", actorId: null, isFromSupport: true, isInternal: false } as const;
    return api.db.transaction("reply", (tx) =>
      tx.of(requestStore).addEvents([{ ...entry, id: newId("evt", at), text: "Please try", status: null, at }]),
    );
  };
  const mails = async (): Promise<readonly OutboxMessage[]> =>
    (await api.db.read.of(outboxStore).list({ first: 50, after: null }, "mail.")).rows;

  it("C-12: with SMTP down for ten minutes nobody notices, and all is delivered within a minute of its return", async () => {
    await sink.leave();
    const people = [await api.person(), await api.person(), await api.person()];
    const ids: string[] = [];
    for (let minute = 0; minute < 10; minute += 1) {
      const person = people[minute % 3];
      if (minute < 3 && person !== undefined) ids.push(await opened(person));
      for (let tick = 0; tick < 6; tick += 1) {
        await mail.drain();
        api.clock.advance(10_000);
      }
    }
    expect(sink.mails).toEqual([]);
    const waiting = (await mails()).filter(({ sentAt }) => sentAt === null);
    expect(waiting).toHaveLength(3);
    expect(waiting.some(({ lastError }) => lastError?.includes("ECONNREFUSED"))).toBe(true);
    for (const { availableAt, attempts } of waiting) {
      expect(availableAt - api.clock.now()).toBeLessThanOrEqual(5 * MINUTE);
      // The server is asked now and then, not by every mail every time.
      expect(attempts).toBeLessThan(40);
    }
    await sink.comeBack();
    for (let tick = 0; tick < 6; tick += 1) {
      await mail.drain();
      api.clock.advance(10_000);
    }
    expect(sink.mails.map(({ recipients }) => recipients[0]).sort()).toEqual(
      people.map(({ account }) => account.email).sort(),
    );
  });

  it("C-12: what is refused for now is tried again within five minutes, given up on after a day, and shown with the error", async () => {
    const person = await api.person();
    sink.refuse = (address) => ({ code: 451, text: `4.2.0 ${address} is greylisted` });
    await opened(person);
    const start = api.clock.now();
    let tries = 0;
    for (let quiet = 0; quiet < 25 * 12; quiet += 1) {
      await mail.drain();
      const [message] = await mails();
      if (message?.deadAt !== null) break;
      expect(message.availableAt - api.clock.now()).toBeLessThanOrEqual(5 * MINUTE);
      tries = message.attempts;
      api.clock.advance(5 * MINUTE);
    }
    const [dead] = await api.db.read.of(outboxStore).dead(10);
    expect(dead?.lastError).toMatch(/4\.2\.0 <…> is greylisted/);
    expect(dead?.lastError).not.toContain(person.account.email);
    expect((dead?.deadAt ?? 0) - start).toBeGreaterThanOrEqual(24 * HOUR);
    expect(tries).toBeGreaterThan(100);
    sink.refuse = null;
    api.clock.advance(HOUR);
    await mail.drain();
    expect(sink.mails).toEqual([]);
  });

  it("C-2: a process that dies after the server took the mail leads to a second one with the same Message-ID, and no third", async () => {
    const person = await api.person();
    await opened(person);
    const addresses = createMailAddresses(Buffer.alloc(32, 2), PORTAL);
    const real = createTransport(sink.url, { from: "support@support.example", inboundDomain: null }, addresses);
    const never = new Promise<never>(() => {});
    let isTaken = (): void => {};
    const taken = new Promise<void>((resolve) => {
      isTaken = resolve;
    });
    // The mail is taken, the process never hears of it.
    const dying: Transport = {
      ...real,
      send: async (envelope) => {
        await real.send(envelope);
        isTaken();
        return never;
      },
    };
    const dead = createTestMail(api, { parts: { transport: dying } });
    void dead.drain();
    await taken;
    await mail.drain();
    expect(sink.mails).toHaveLength(1);
    api.clock.advance(2 * MINUTE);
    await mail.drain();
    api.clock.advance(HOUR);
    await mail.drain();
    const names = sink.mails.map(({ parsed }) => parsed.messageId);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
    real.close();
  });

  it("C-2: two processes on one outbox send each mail once", async () => {
    const other = createTestMail(api, { smtpUrl: sink.url });
    const people = await Promise.all(Array.from({ length: 8 }, () => api.person()));
    for (const person of people) await opened(person);
    await Promise.all([mail.drain(), other.drain()]);
    await Promise.all([mail.drain(), other.drain()]);
    expect(sink.mails.map(({ recipients }) => recipients[0]).sort()).toEqual(
      people.map(({ account }) => account.email).sort(),
    );
    await other.stop();
  });

  it("E24: an address that the server refuses for good is noted on the request once, and other mail goes on", async () => {
    const person = await api.person();
    const wrong = newEmail();
    const id = await opened(person, { primaryContact: contact(wrong), additionalContacts: [self(person)] });
    sink.refuse = (address) => (address === wrong ? { code: 550, text: "5.1.1 no such user" } : null);
    await mail.drain();
    await reply(id);
    await mail.drain();
    const [primary] = await api.db.read.of(requestStore).contactsOf([id]);
    expect(await api.db.read.of(mailTroubleStore).ofRequests([id])).toMatchObject([
      { contactId: primary?.id, reason: "REFUSED" },
    ]);
    const { rows } = await api.db.read.of(requestStore).timeline(id, { first: 10, after: null });
    expect(rows.filter(({ kind }) => kind === "MAIL_BOUNCED")).toMatchObject([
      { actorId: null, channel: "SYSTEM", params: { contactId: primary?.id, name: "Ion Pop" } },
    ]);
    await opened(person);
    await mail.drain();
    expect(sink.to(person.account.email)).toHaveLength(1);
  });

  it("I-7: one address gets at most three mails in an hour; what waits comes later, news replaced by later news", async () => {
    const person = await api.person();
    const id = await opened(person);
    for (let count = 0; count < 5; count += 1) {
      await reply(id);
      await mail.drain();
      api.clock.advance(MINUTE);
    }
    expect(sink.to(person.account.email)).toHaveLength(3);
    const held = (await mails()).filter(({ sentAt, deadAt }) => sentAt === null && deadAt === null);
    expect(held.map(({ isHeld, attempts }) => [isHeld, attempts])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    for (let minute = 0; minute < 70; minute += 5) {
      await mail.drain();
      api.clock.advance(5 * MINUTE);
    }
    const sent = sink.to(person.account.email).map(({ parsed }) => parsed.date?.getTime() ?? 0);
    expect(sent).toHaveLength(4);
    expect((sent[3] ?? 0) - (sent[0] ?? 0)).toBeGreaterThanOrEqual(HOUR - 1000);
    expect((await mails()).filter(({ unsentBecause }) => unsentBecause === "SUPERSEDED")).toHaveLength(2);
  });

  it("K4: an invitation that waits says when its mail comes; once it is sent it waits for nothing", async () => {
    const person = await api.person();
    const id = await opened(person);
    const contacts = `{ additionalContacts { email invitation { sentAt mailWaitsUntil } } }`;
    const ask = async () =>
      (await person.ask(`query ($id: ID!) { request(by: { id: $id }) ${contacts} }`, { id })).data.request
        .additionalContacts;
    const share = (email: string) =>
      person.ask(`mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { userErrors { code } } }`, {
        input: { requestId: id, contacts: [{ ...contact(email), sendInvitation: true }] },
      });
    const limit = DEFAULT_LIMITS.invitedAddressesPerDay;
    for (let count = 0; count <= limit; count += 1) expect((await share(newEmail())).errors).toEqual([]);
    const begun = api.clock.now();
    await mail.drain();
    const told = (await ask()).map(({ invitation }: { invitation: object }) => invitation);
    const [waiting, ...others] = told.filter((one: { sentAt: string | null }) => one.sentAt === null);
    expect(others).toEqual([]);
    expect(told).toHaveLength(limit + 1);
    const until = Date.parse(waiting.mailWaitsUntil);
    expect(until).toBeGreaterThan(begun);
    expect(until).toBeLessThanOrEqual(begun + 24 * HOUR);
    expect(told.filter((one: { mailWaitsUntil: string | null }) => one.mailWaitsUntil !== null)).toEqual([waiting]);
    api.clock.advance(24 * HOUR + MINUTE);
    await mail.drain();
    const later = (await ask()).map(({ invitation }: { invitation: object }) => invitation);
    expect(
      later.every((one: { sentAt: string | null; mailWaitsUntil: null }) => one.sentAt && !one.mailWaitsUntil),
    ).toBe(true);
  });

  it("I-7: confirmations to one address wait too, and none is lost", async () => {
    const victim = newEmail();
    const people = await Promise.all(Array.from({ length: 5 }, () => api.person()));
    for (const person of people)
      await opened(person, { primaryContact: contact(victim), additionalContacts: [self(person)] });
    await mail.drain();
    expect(sink.to(victim)).toHaveLength(3);
    api.clock.advance(HOUR);
    await mail.drain();
    expect(sink.to(victim)).toHaveLength(5);
  });

  it("I-7: an account reaches at most five unproven addresses a day; the sixth waits for the next day", async () => {
    const person = await api.person();
    const strangers = Array.from({ length: 7 }, newEmail);
    for (const stranger of strangers)
      await opened(person, { primaryContact: contact(stranger), additionalContacts: [self(person)] });
    const known = await api.person();
    await opened(person, { primaryContact: contact(known.account.email), additionalContacts: [self(person)] });
    await opened(person);
    await mail.drain();
    const reached = (): number => strangers.filter((stranger) => sink.to(stranger).length > 0).length;
    expect(reached()).toBe(5);
    expect(sink.to(known.account.email)).toHaveLength(1);
    expect(sink.to(person.account.email)).toHaveLength(1);
    api.clock.advance(23 * HOUR);
    await mail.drain();
    expect(reached()).toBe(5);
    api.clock.advance(HOUR);
    await mail.drain();
    expect(reached()).toBe(7);
  });

  it("F70: a message that cannot be told on is kept with its error and holds up no other", async () => {
    const person = await api.person();
    const requestId = await opened(person);
    await api.db.transaction("broken", (tx) =>
      tx
        .of(outboxStore)
        .add({ dedupeKey: "broken", kind: "request.unknown", payload: { requestId }, at: api.clock.now() - 1 }),
    );
    await mail.drain();
    expect(sink.to(person.account.email)).toHaveLength(1);
    const { rows } = await api.db.read.of(outboxStore).list({ first: 5, after: null }, "request.unknown");
    expect(rows).toMatchObject([{ attempts: 1, deadAt: null, lastError: "nobody knows what request.unknown tells" }]);
  });
});

it("E24: what a server says tells a wrong address from a busy or an absent server, and keeps no address", () => {
  const failureOf = (error: object): string => sendErrorOf(error).failure;
  expect(failureOf({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response: "550 no" })).toBe("REFUSED");
  expect(failureOf({ code: "EMESSAGE", command: "DATA", responseCode: 554 })).toBe("REFUSED");
  expect(failureOf({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550 })).toBe("LATER");
  expect(failureOf({ code: "EENVELOPE", command: "RCPT TO", responseCode: 451 })).toBe("LATER");
  expect(failureOf({ code: "EENVELOPE", command: "RCPT TO", responseCode: 421 })).toBe("OUTAGE");
  expect(failureOf({ code: "EAUTH", responseCode: 535 })).toBe("OUTAGE");
  expect(failureOf({ code: "ESOCKET" })).toBe("OUTAGE");
  expect(failureOf(new Error("odd"))).toBe("LATER");
  expect(withoutAddresses("550 <maria@carpatia.example>\r\n ion@x.example unknown")).toBe("550 <…> <…> unknown");
});
