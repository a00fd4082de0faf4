/** An incident is bought exactly once, whatever the provider does, whenever the server dies, however the webhook comes (M-5). */
import { afterAll, expect, test } from "vitest";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { purchaseStore } from "../../apps/api/src/modules/purchases/module.js";
import { addBuyer, type Buyer, buyOverHttp } from "../support/buyers.js";
import { killAll, MANY_ATTEMPTS, type SpawnedServer, spawnServer } from "../support/processes.js";
import {
  CRASHES,
  type Crash,
  FAULT_POINTS,
  PROVIDER_POINTS,
  type Scenario,
  scenariosOf,
} from "../support/purchase-scenarios.js";
import type { Call } from "../support/stripe-like/calls.js";
import { type StripeLike, startStripeLike } from "../support/stripe-like/stripe-like.js";
import { createWorld, type World } from "../support/world.js";

/** Of each fault point; 20 are the whole of it. */
const ROUNDS = Number(process.env.TEST_PURCHASE_ROUNDS ?? { "1": "5", "2": "20" }[process.env.TEST_TIER ?? ""] ?? "1");
/** How long a first server may take to come to where it dies, ms. */
const PATIENCE = 8500;
/** Of recovery, on the clock of the server that comes after: everything is known within a minute. */
const MINUTE = 60_000;
const PACK = 1;
let world: World | undefined;
let provider: StripeLike | undefined;
afterAll(async () => {
  await killAll();
  await provider?.stop();
  world?.remove();
});

interface Run extends Scenario {
  readonly buyer: Buyer;
  /** Calls that asked for money. */
  asks: number;
}

const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));
const until = async (isSo: () => boolean | Promise<boolean>, patience: number): Promise<boolean> => {
  for (const end = performance.now() + patience; performance.now() < end; await pause(50))
    if (await isSo()) return true;
  return false;
};

/** What goes wrong in each call that asks for money, and what happens before its answer. */
const misbehave = (like: StripeLike, runs: readonly Run[], origin: () => string): number[] => {
  const statuses: number[] = [];
  const runOf = ({ method, path, form }: Call): Run | undefined =>
    method === "POST" && path === "/v1/payment_intents"
      ? runs.find(({ buyer }) => buyer.customerRef === form.customer)
      : undefined;
  like.fault = (call) => {
    const run = runOf(call);
    if (run === undefined) return null;
    run.asks += 1;
    if (run.crash === "before the call" && run.asks === 1) return "HOLD_BEFORE";
    return run.asks === (run.crash === "before the call" ? 2 : 1) ? PROVIDER_POINTS[run.provider].fault : null;
  };
  like.beforeAnswer = async (call) => {
    const run = runOf(call);
    if (run?.webhook === "before the reply")
      for (const event of eventsOf(like, run)) statuses.push(await like.deliver(origin(), event));
    // The server dies while it waits.
    if (run?.crash === "after the call" && run.asks === 1) await new Promise(() => {});
  };
  return statuses;
};

const eventsOf = ({ book }: StripeLike, { buyer }: Run) =>
  book.events.filter(({ body }) => body.includes(buyer.customerRef));

/** Deliveries after the recovery, on the clock of that server. */
const deliver = async (like: StripeLike, run: Run, origin: string, now: number): Promise<void> => {
  const events = eventsOf(like, run);
  const [first] = events;
  if (first === undefined) return;
  switch (run.webhook) {
    case "once":
    case "10 minutes late":
      for (const event of events) expect(await like.deliver(origin, event, { at: now })).toBe(200);
      return;
    case "five times": {
      const five = Array.from({ length: 5 }, () => like.deliver(origin, first, { at: now }));
      expect(await Promise.all(five)).toEqual([200, 200, 200, 200, 200]);
      return;
    }
    case "out of order": {
      const asked = first.body.replace(/"type":"payment_intent[^"]*"/, '"type":"payment_intent.requires_action"');
      const older = { ...first, body: asked.replace(first.id, `${first.id}0`) };
      for (const event of [...events].reverse()) expect(await like.deliver(origin, event, { at: now })).toBe(200);
      const undone = older.body.replace('"status":"succeeded"', '"status":"requires_action"');
      expect(await like.deliver(origin, { ...older, body: undone }, { at: now })).toBe(200);
      return;
    }
    case "forged":
      expect(await like.deliver(origin, first, { at: now, secret: "whsec_another" })).toBe(400);
      return;
    case "replayed after 300 s":
      expect(await like.deliver(origin, first, { at: now - 301_000 })).toBe(400);
      return;
    default:
      return;
  }
};

/** Lets every run come to where its server dies; a server that nobody was to kill stops. */
const begin = async (portal: World, server: SpawnedServer, runs: readonly Run[]): Promise<void> => {
  const buying = runs.map(({ buyer }) => buyOverHttp(server.origin, buyer).catch(() => null));
  const of = (...crashes: Crash[]): Run[] => runs.filter(({ crash }) => crashes.includes(crash));
  const answered = buying.filter((_, index) => runs[index]?.crash === "none");
  const committing = of("after the commit");
  const isCommitted = async () => (await statesOf(portal, committing)).every((state) => state !== "CALLING");
  const isCalling = () => of("before the call", "after the call").every(({ asks }) => asks > 0);
  await Promise.all([Promise.all(answered), until(isCommitted, PATIENCE), until(isCalling, PATIENCE)]);
  expect(isCalling()).toBe(true);
  if (of("none").length === runs.length) await server.stop();
  else await server.crash();
  await Promise.all(buying);
};

const statesOf = (portal: World, runs: readonly Run[]): Promise<string[]> =>
  portal.look(async ({ read }) => {
    const pages = runs.map(({ buyer }) =>
      read.of(purchaseStore).ofAccount(buyer.accountId, { first: 10, after: null }),
    );
    return (await Promise.all(pages)).map(({ rows }) => rows.map(({ state }) => state).join() || "CALLING");
  });

test(`M-5: ${FAULT_POINTS} fault points × ${ROUNDS}: charged once or never, granted what was charged, every unknown known a round after the provider answers`, {
  timeout: 1_800_000,
}, async () => {
  const like = await startStripeLike();
  provider = like;
  const portal = await createWorld({ holders: 0, agreements: [] });
  world = portal;
  const env = {
    ...portal.env,
    ACCORD_LIMITS: MANY_ATTEMPTS,
    STRIPE_SECRET_KEY: like.settings.secretKey,
    STRIPE_WEBHOOK_SECRET: like.settings.webhookSecret,
    STRIPE_PUBLISHABLE_KEY: like.settings.publishableKey,
    STRIPE_API_BASE: like.settings.apiBase ?? "",
  };
  const runs: Run[] = await portal.look(async (db) => {
    const made: Run[] = [];
    for (const [index, scenario] of scenariosOf(ROUNDS).entries()) {
      // A slice turns through the crashes; the whole has each with each.
      const crash = ROUNDS >= CRASHES.length ? scenario.crash : (CRASHES[index % CRASHES.length] ?? "none");
      const buyer = await addBuyer(db, like, PROVIDER_POINTS[scenario.provider].card);
      made.push({ ...scenario, crash, buyer, asks: 0 });
    }
    return made;
  });
  let origin = "";
  const statuses = misbehave(like, runs, () => origin);

  // A slice lives and dies together; of the whole, each kind of death has a server of its own.
  const lives = ROUNDS < CRASHES.length ? [runs] : CRASHES.map((crash) => runs.filter((run) => run.crash === crash));
  for (const life of lives) {
    const server = await spawnServer(env);
    origin = server.origin;
    await begin(portal, server, life);
  }
  const isOpen = (state: string): boolean => /CREATED|CALLING|CHALLENGE/.test(state);
  const expected = runs.map(({ provider: name }) => PROVIDER_POINTS[name].endsAs);
  const isEnded = async (): Promise<boolean> => {
    const states = await statesOf(portal, runs);
    return states.every((state, index) => !isOpen(state) && state === expected[index]);
  };
  // Two rounds of the reconciler: where the first call after the recovery goes wrong, the second ends it.
  for (const later of [MINUTE, 2 * MINUTE, 3 * MINUTE]) {
    const now = Date.now() + later;
    // Whom the bank asked has answered meanwhile.
    for (const { id, status } of [...like.book.intents.values()])
      if (status === "requires_action") like.book.answer(id, true);
    const server = await spawnServer({ ...env, ACCORD_NOW: new Date(now).toISOString() });
    origin = server.origin;
    if (later === MINUTE)
      for (const run of runs) if (run.webhook !== "10 minutes late") await deliver(like, run, origin, now);
    await until(isEnded, later === MINUTE ? 4000 : 25_000);
    await server.crash();
    if (later > MINUTE && (await isEnded())) break;
  }

  const now = Date.now() + 10 * MINUTE;
  const last = await spawnServer({ ...env, ACCORD_NOW: new Date(now).toISOString() });
  for (const run of runs) if (run.webhook === "10 minutes late") await deliver(like, run, last.origin, now);
  // Whoever never saw an answer asks again.
  for (const { buyer } of runs) await buyOverHttp(last.origin, buyer);
  await last.stop();

  const seen = await portal.look(async ({ read }) =>
    Promise.all(
      runs.map(async ({ buyer, provider: name, crash, webhook }) => {
        const { rows } = await read.of(purchaseStore).ofAccount(buyer.accountId, { first: 10, after: null });
        const plans = await read.of(planStore).ofAccount(buyer.accountId);
        return {
          run: `${name} / ${crash} / ${webhook}`,
          states: rows.map(({ state }) => state),
          charges: rows.map(({ id }) => like.book.chargesOf(id)),
          granted: plans.reduce((sum, { incidentsRemaining }) => sum + (incidentsRemaining ?? 0), 0),
        };
      }),
    ),
  );
  // Ten minutes after it was asked for, what no call has reached the provider for is given up, on a machine too slow for the rounds above.
  const isGivenUp = (index: number): boolean => {
    const run = runs[index];
    const isCharged = run === undefined || PROVIDER_POINTS[run.provider].charges > 0;
    return isCharged && run?.crash === "before the call" && seen[index]?.charges.join() === "0";
  };
  const givenUp = runs.filter((_, index) => isGivenUp(index));
  expect(givenUp.length).toBeLessThan(Math.max(1, runs.filter(({ crash }) => crash === "before the call").length / 2));
  const right = runs.map(({ provider: name, crash, webhook }, index) => {
    const { endsAs, charges } = isGivenUp(index)
      ? ({ endsAs: "DECLINED", charges: 0 } as const)
      : PROVIDER_POINTS[name];
    const granted = endsAs === "SUCCEEDED" ? charges * PACK : 0;
    return { run: `${name} / ${crash} / ${webhook}`, states: [endsAs], charges: [charges], granted };
  });
  expect(seen).toEqual(right);
  // Before the reply, at a server that lives: taken. It may have died over it.
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => ![200, 0, 503].includes(status))).toEqual([]);
  expect([...like.book.charges.values()].filter((count) => count !== 1)).toEqual([]);
  expect(await portal.look((db) => db.verify(now))).toEqual([]);
  console.log(`M-5: ${runs.length} purchases, ${like.book.charges.size} charges, ${like.calls.length} calls`);
});
