/** Incidents are neither made nor lost while clients give up and try again (M-3, small). */
import { afterAll, expect, test } from "vitest";
import { ledgerStore, planStore } from "../../apps/api/src/modules/agreements/module.js";
import { createRequest, type Outcome } from "../support/create-request.js";
import { killAll, MANY_ATTEMPTS, spawnServer } from "../support/processes.js";
import { createWorld, type World } from "../support/world.js";

const AGREEMENTS = 20;
const INCIDENTS = 5;
const CREATES = 600;
const CLIENTS = 24;
let world: World | undefined;
afterAll(async () => {
  await killAll();
  world?.remove();
});

test("M-3: 20 agreements of 5 incidents, 600 creates, a tenth of the clients impatient: granted = remaining + consumed", {
  timeout: 120_000,
}, async () => {
  const portal = await createWorld({ holders: 3, agreements: Array.from({ length: AGREEMENTS }, () => INCIDENTS) });
  world = portal;
  const server = await spawnServer({ ...portal.env, ACCORD_LIMITS: MANY_ATTEMPTS });
  const outcomes = new Map<number, Outcome>();
  let unknown = 0;
  let next = 0;

  /** Retries under the same key until somebody answers. */
  const insist = async (index: number): Promise<Outcome> => {
    const [holder, planId] = [portal.holders[index % 3], portal.planIds[(index * 7) % AGREEMENTS]];
    if (holder === undefined || planId === undefined) throw new Error("no holder or no plan");
    const attempt = { origin: server.origin, holder, planId, key: `conservation-${String(index).padStart(6, "0")}` };
    if (index % 10 === 0) {
      try {
        return await createRequest({ ...attempt, patience: 1 + (index % 25) });
      } catch {
        unknown += 1;
      }
    }
    return createRequest(attempt);
  };
  const client = async (): Promise<void> => {
    while (next < CREATES) {
      const index = next;
      next += 1;
      outcomes.set(index, await insist(index));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));

  const all = [...outcomes.values()];
  const accepted = all.filter((outcome) => outcome.kind === "accepted");
  const refused = all.filter((outcome) => outcome.kind === "refused" && outcome.reasons.includes("NO_INCIDENTS_LEFT"));
  expect(accepted.length + refused.length).toBe(CREATES);
  expect(new Set(accepted.map(({ requestId }) => requestId)).size).toBe(accepted.length);
  console.log(
    `M-3: ${accepted.length} accepted, ${refused.length} refused, ${unknown} clients gave up and tried again`,
  );

  const { plans, consumed, breaches } = await portal.look(async (db) => {
    const ledgers = await Promise.all(
      portal.planIds.map((id) => db.read.of(ledgerStore).ofPlan(id, { first: 100, after: null })),
    );
    return {
      plans: await db.read.of(planStore).byIds(portal.planIds),
      consumed: ledgers.flatMap(({ rows }) => rows).filter(({ kind }) => kind === "CONSUME").length,
      breaches: await db.verify(Date.now()),
    };
  });
  const remaining = plans.reduce((sum, plan) => sum + (plan.incidentsRemaining ?? 0), 0);
  expect(consumed).toBe(accepted.length);
  expect(remaining + consumed).toBe(AGREEMENTS * INCIDENTS);
  // Six times as many creates as incidents: every incident found somebody.
  expect(remaining).toBe(0);
  expect(breaches).toEqual([]);
  await server.stop();
});
