/** kill -9 while mails go out: what was acknowledged is mailed, to nobody else, and twice only under the same Message-ID (C-2). */
import { afterAll, expect, test } from "vitest";
import { outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { createRequest } from "../support/create-request.js";
import { type MailSink, startMailSink } from "../support/mail-sink.js";
import { killAll, MANY_ATTEMPTS, spawnServer } from "../support/processes.js";
import { isLong } from "../support/tier.js";
import { createWorld, type Holder, type World } from "../support/world.js";

const KILLS = Number(process.env.TEST_MAIL_KILLS ?? (isLong ? "40" : "3"));
const CLIENTS = 4;
/** A server lives so long after it is ready, ms. */
const LIFE = 900;
/** The mail server takes its time between having a mail and saying so, ms: a death in between sends it again. */
const SLOWEST_YES = 60;
/** Longer than a lease of the dead. */
const LATER = 5 * 60_000;
/** How long the last server may take to send what is left, ms. */
const PATIENCE = 90_000;
const NO_LIMITS = JSON.stringify({ ...JSON.parse(MANY_ATTEMPTS), mailsPerRecipientPerHour: 1_000_000 });
const OUTSIDER = "colleague@reliability.example";
let world: World | undefined;
let sink: MailSink | undefined;
afterAll(async () => {
  await killAll();
  await sink?.leave();
  world?.remove();
});

interface Opened {
  readonly number: string;
  readonly email: string;
}

/** Opens requests one after the other until the server dies; answers those it was told of. */
const openUntilCut = async (origin: string, holder: Holder, planId: string, name: string): Promise<Opened[]> => {
  const opened: Opened[] = [];
  for (let next = 0; ; next += 1) {
    const more = { additionalContacts: [{ givenName: "Dan", familyName: "Rus", email: OUTSIDER }] };
    const attempt = { origin, holder, planId, key: `${name}-${String(next).padStart(10, "0")}`, more };
    const outcome = await createRequest(attempt).catch(() => null);
    if (outcome === null) return opened;
    if (outcome.kind !== "accepted") throw new Error(JSON.stringify(outcome));
    opened.push({ number: outcome.number, email: holder.email });
  }
};

test(`C-2: ${KILLS} times kill -9 while mails go out: every acknowledged request is confirmed, to its primary contact alone, twice only as the same message`, {
  timeout: 300_000,
}, async () => {
  const portal = await createWorld({ holders: CLIENTS, agreements: [1_000_000] });
  world = portal;
  const mailbox = await startMailSink();
  sink = mailbox;
  mailbox.delayYes = () => Math.random() * SLOWEST_YES;
  const [planId = ""] = portal.planIds;
  const env = { ...portal.env, SMTP_URL: mailbox.url, ACCORD_LIMITS: NO_LIMITS };
  const opened: Opened[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await spawnServer(env);
    const writing = portal.holders.map((holder, index) =>
      openUntilCut(server.origin, holder, planId, `life${kill}-client${index}`),
    );
    await new Promise((done) => setTimeout(done, LIFE * (0.3 + 0.7 * Math.random())));
    await server.crash();
    opened.push(...(await Promise.all(writing)).flat());
  }
  expect(opened.length).toBeGreaterThan(KILLS);
  const last = await spawnServer({ ...env, ACCORD_NOW: new Date(Date.now() + LATER).toISOString() });
  const left = (): Promise<number> => portal.look((db) => db.read.of(outboxStore).countWaiting());
  for (const end = performance.now() + PATIENCE; (await left()) > 0 && performance.now() < end; )
    await new Promise((done) => setTimeout(done, 250));
  expect(await left()).toBe(0);
  await last.stop();

  // Whoever opens them was told of the token they do it with.
  const mails = mailbox.mails.filter(({ parsed }) => parsed.subject !== "A new access token for your account");
  const about = (number: string) => mails.filter(({ raw }) => raw.includes(number));
  const wrong = opened.flatMap(({ number, email }) => {
    const found = about(number);
    const messages = new Set(found.map(({ parsed }) => parsed.messageId));
    const recipients = new Set(found.flatMap((mail) => mail.recipients));
    return messages.size === 1 && recipients.size === 1 && recipients.has(email) ? [] : [{ number, email, found }];
  });
  expect(wrong).toEqual([]);
  expect(mailbox.to(OUTSIDER)).toEqual([]);
  // Nothing is mailed of a request that was never committed.
  const messages = new Set(mails.map(({ parsed }) => parsed.messageId));
  const committed = await portal.look(
    async (db) => 1_000_000 - ((await db.read.of(planStore).byId(planId))?.incidentsRemaining ?? 0),
  );
  expect(messages.size).toBe(committed);
  expect(await portal.look((db) => db.verify(Date.now() + LATER))).toEqual([]);
  console.log(
    `C-2: ${KILLS} kills, ${opened.length} acknowledged, ${messages.size} mails, ${mails.length - messages.size} of them sent again`,
  );
});
