/** Many ask for the last incident at the same moment: exactly one gets it (E1; M-1, M-2, D-3). */
import { afterAll, describe, expect, test } from "vitest";
import { CONFIRMATION_KIND, outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { ledgerStore, planStore } from "../../apps/api/src/modules/agreements/module.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { createRequest, type Outcome } from "../support/create-request.js";
import { testDatabases } from "../support/databases.js";
import { killAll, MANY_ATTEMPTS, spawnServer } from "../support/processes.js";
import { createWorld, type World } from "../support/world.js";

const PARALLEL = 200;
const cleanUps: (() => unknown)[] = [killAll];
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

/** Fires all at once, spread over the servers and the holders. */
const race = async (world: World, origins: readonly string[]): Promise<Outcome[]> => {
  const [planId = ""] = world.planIds;
  const attempts = Array.from({ length: PARALLEL }, (_, index) => {
    const [origin, holder] = [origins[index % origins.length], world.holders[index % world.holders.length]];
    if (origin === undefined || holder === undefined) throw new Error("no server or no holder");
    return createRequest({ origin, holder, planId, key: `race-${index}-0000000000000000` });
  });
  return Promise.all(attempts);
};

const named = (outcome: Outcome): string => {
  if (outcome.kind === "refused") return `${outcome.code}: ${outcome.reasons.join(", ")}`;
  return outcome.kind === "failed" ? outcome.code : outcome.kind;
};

const expectOneWinner = async (world: World, outcomes: readonly Outcome[]): Promise<void> => {
  const [planId = ""] = world.planIds;
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[named(outcome)] = (counts[named(outcome)] ?? 0) + 1;
  expect(counts).toEqual({ accepted: 1, "PLAN_UNAVAILABLE: NO_INCIDENTS_LEFT": PARALLEL - 1 });
  const found = await world.look(async (db) => {
    const requests = await Promise.all(
      world.holders.map(({ accountId, email }) =>
        db.read.of(requestStore).countForAccount({ id: accountId, provenEmail: email }, {}),
      ),
    );
    const outbox = await db.read.of(outboxStore).list({ first: 100, after: null }, CONFIRMATION_KIND);
    const ledger = await db.read.of(ledgerStore).ofPlan(planId, { first: 100, after: null });
    return {
      balance: (await db.read.of(planStore).byId(planId))?.incidentsRemaining,
      requests: requests.reduce((sum, count) => sum + count, 0),
      confirmations: outbox.rows.length,
      consumed: ledger.rows.filter(({ kind }) => kind === "CONSUME").length,
      breaches: await db.verify(Date.now()),
    };
  });
  expect(found).toEqual({ balance: 0, requests: 1, confirmations: 1, consumed: 1, breaches: [] });
};

describe("the last incident", () => {
  const postgres = testDatabases("postgres");

  test("E1: 200 parallel createRequest on one remaining incident, SQLite: one wins, 199 get PLAN_UNAVAILABLE (M-1)", {
    timeout: 60_000,
  }, async () => {
    const world = await createWorld({ holders: 4, agreements: [1] });
    cleanUps.push(() => world.remove());
    const server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
    await expectOneWinner(world, await race(world, [server.origin]));
    await server.stop();
  });

  test("E1: the same on PostgreSQL with three servers (M-2)", { timeout: 240_000 }, async () => {
    const world = await createWorld({ databaseUrl: await postgres.newUrl(), holders: 4, agreements: [1] });
    cleanUps.push(() => world.remove());
    const servers = await Promise.all([1, 2, 3].map(() => spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS })));
    await expectOneWinner(
      world,
      await race(
        world,
        servers.map(({ origin }) => origin),
      ),
    );
    for (const server of servers) await server.stop();
  });
});
