/** The same key gives the same request, whatever happens between (M-4). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONFIRMATION_KIND, outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { createRequest, type Outcome } from "../support/create-request.js";
import { killAll, MANY_ATTEMPTS, type SpawnedServer, spawnServer } from "../support/processes.js";
import { createWorld, type Holder, type World } from "../support/world.js";

describe("M-4: createRequest under one idempotency key", () => {
  let world: World;
  let server: SpawnedServer;
  let [ana, dan]: Holder[] = [];
  let [many = "", single = ""]: string[] = [];

  beforeAll(async () => {
    world = await createWorld({ holders: 2, agreements: [50, 1] });
    [ana, dan] = world.holders;
    [many = "", single = ""] = world.planIds;
    server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
  });
  afterAll(async () => {
    await killAll();
    world?.remove();
  });

  const create = (key: string, more: { holder?: Holder; planId?: string; title?: string } = {}): Promise<Outcome> => {
    const holder = more.holder ?? ana;
    if (holder === undefined) throw new Error("no holder");
    return createRequest({
      origin: server.origin,
      holder,
      planId: more.planId ?? many,
      key,
      ...(more.title === undefined ? {} : { title: more.title }),
    });
  };
  const balance = (planId: string): Promise<number | null | undefined> =>
    world.look(async (db) => (await db.read.of(planStore).byId(planId))?.incidentsRemaining);
  const confirmations = (): Promise<number> =>
    world.look(
      async (db) => (await db.read.of(outboxStore).list({ first: 100, after: null }, CONFIRMATION_KIND)).rows.length,
    );

  test("twice in a row and 50 times in parallel: one request, one incident, one mail", async () => {
    const before = { balance: await balance(many), mails: await confirmations() };
    const first = await create("key-sequence-0000001");
    expect(first.kind).toBe("accepted");
    expect(await create("key-sequence-0000001")).toEqual(first);
    const parallel = await Promise.all(Array.from({ length: 50 }, () => create("key-parallel-0000001")));
    expect(new Set(parallel.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(parallel[0]?.kind).toBe("accepted");
    expect({ balance: await balance(many), mails: await confirmations() }).toEqual({
      balance: Number(before.balance) - 2,
      mails: before.mails + 2,
    });
  });

  test("after kill -9 of the server the stored answer is replayed", async () => {
    const first = await create("key-before-crash-001");
    const left = await balance(many);
    await server.crash();
    server = await spawnServer({ ...world.env, ACCORD_LIMITS: MANY_ATTEMPTS });
    expect(await create("key-before-crash-001")).toEqual(first);
    expect(await balance(many)).toBe(left);
  });

  test("another text under the same key is IDEMPOTENCY_KEY_REUSED; another account may use the key", async () => {
    const first = await create("key-other-text-00001");
    expect(await create("key-other-text-00001", { title: "Something else" })).toEqual({
      kind: "failed",
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    const other = await create("key-other-text-00001", { ...(dan === undefined ? {} : { holder: dan }) });
    expect(other.kind).toBe("accepted");
    expect(other).not.toEqual(first);
  });

  test("a refusal does not burn the key", async () => {
    expect((await create("key-takes-the-last-1", { planId: single })).kind).toBe("accepted");
    expect(await create("key-refused-00000001", { planId: single })).toMatchObject({
      kind: "refused",
      code: "PLAN_UNAVAILABLE",
    });
    expect((await create("key-refused-00000001", { planId: many })).kind).toBe("accepted");
  });

  test("accord verify finds nothing", async () => {
    expect(await world.look((db) => db.verify(Date.now()))).toEqual([]);
  });
});
