/** The transaction under pressure (D-1, D-3, D-6, M-1, M-4) on both engines. */
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { CATALOGUE, makeAccount, makePlan, NOW, submit } from "../../../../../tests/support/storage-world.js";
import { ledgerStore, planStore } from "../../modules/agreements/module.js";
import { catalogueStore } from "../../modules/catalogue/module.js";
import { partnerTenantStore } from "../../modules/identity/module.js";
import { requestStore } from "../../modules/requests/module.js";
import { idempotencyStore } from "../graphql/idempotency.store.js";
import { outboxStore } from "../jobs/outbox.store.js";
import { type Database, OverloadedError } from "./index.js";

describeOnBothDatabases("transaction", (databases) => {
  let database: Database;
  let account: string;

  beforeAll(async () => {
    database = await databases.open({ queueLimit: 5000 });
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    account = await makeAccount(database, "ana");
  });

  const balanceOf = async (planId: string) => (await database.read.of(planStore).byId(planId))?.incidentsRemaining;

  it("D-1: 900 overlapping units, a third refused, lose nothing and leak nothing", async () => {
    const planId = await makePlan(database, [account], { incidents: 1000 });
    const seen: (number | null | undefined)[] = [];
    let isRunning = true;
    const reading = (async () => {
      while (isRunning) seen.push(await balanceOf(planId));
    })();
    const results = await Promise.allSettled(
      Array.from({ length: 900 }, (_, index) =>
        database.transaction("test.consume", async (tx) => {
          const requestId = await submit(tx, planId, account, `f1-${index}`);
          await tx.of(outboxStore).add({ dedupeKey: `f1-${requestId}`, kind: "test", payload: {}, at: NOW });
          if (index % 3 === 0) throw new Error("refused after writing");
          return requestId;
        }),
      ),
    );
    isRunning = false;
    await reading;
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(600);
    expect(await balanceOf(planId)).toBe(400);
    expect(seen.every((balance) => typeof balance === "number" && balance >= 400 && balance <= 1000)).toBe(true);
    expect(await database.read.of(requestStore).countForAccount({ id: account, provenEmail: null }, {})).toBe(600);
    expect(await database.verify(NOW)).toEqual([]);
    // Nine hundred units beside whatever else runs: as long as they take.
  }, 120_000);

  it("D-3, M-1: of 200 concurrent requests on the last incident exactly one succeeds", async () => {
    const planId = await makePlan(database, [account], { incidents: 1 });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        database.transaction("test.last", (tx) => submit(tx, planId, account, `f3-${index}`)),
      ),
    );
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await balanceOf(planId)).toBe(0);
    expect(
      (await database.read.of(ledgerStore).ofPlan(planId, { first: 10, after: null })).rows.map((row) => [
        row.kind,
        row.balanceAfter,
      ]),
    ).toEqual([
      ["CONSUME", 0],
      ["GRANT", 1],
    ]);
  });

  it("M-4: 50 parallel tries under one key make one request, and a refusal does not burn the key", async () => {
    const planId = await makePlan(database, [account], { incidents: 5 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        database.transaction("test.same-key", (tx) => submit(tx, planId, account, "one-key")),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await balanceOf(planId)).toBe(4);

    const empty = await makePlan(database, [account], { incidents: 0 });
    expect(await database.transaction("test.refused", (tx) => submit(tx, empty, account, "refused-key"))).toBeNull();
    expect(await database.transaction("test.again", (tx) => submit(tx, planId, account, "refused-key"))).toMatch(
      /^req_/,
    );
  });

  it("M-4: the same key with other input is a conflict, and another principal's key has no effect", async () => {
    const claim = { principalId: account, operation: "x", key: "k", fingerprint: "a", at: NOW };
    expect(await database.transaction("test.claim", (tx) => tx.of(idempotencyStore).claim(claim))).toEqual({
      outcome: "NEW",
    });
    await database.transaction("test.store", (tx) => tx.of(idempotencyStore).store(claim, { id: 7 }));
    expect(await database.transaction("test.claim", (tx) => tx.of(idempotencyStore).claim(claim))).toEqual({
      outcome: "STORED",
      reply: { id: 7 },
    });
    expect(
      await database.transaction("test.claim", (tx) => tx.of(idempotencyStore).claim({ ...claim, fingerprint: "b" })),
    ).toEqual({
      outcome: "CONFLICT",
    });
    expect(
      await database.transaction("test.claim", (tx) =>
        tx.of(idempotencyStore).claim({ ...claim, principalId: "acc_other" }),
      ),
    ).toEqual({ outcome: "NEW" });
  });

  it("a refused unit leaves its neighbours of the same batch alone", async () => {
    const add = (key: string, fails: boolean) =>
      database.transaction("test.neighbour", async (tx) => {
        await tx.of(outboxStore).add({ dedupeKey: key, kind: "neighbour", payload: {}, at: NOW });
        if (fails) throw new Error(`no ${key}`);
        return key;
      });
    const results = await Promise.allSettled([
      add("n1", true),
      add("n2", false),
      add("n3", true),
      add("n4", false),
      add("n5", true),
    ]);
    expect(
      results.map((result) => (result.status === "fulfilled" ? result.value : (result.reason as Error).message)),
    ).toEqual(["no n1", "n2", "no n3", "n4", "no n5"]);
    const kept = await database.read.of(outboxStore).list({ first: 10, after: null }, "neighbour");
    expect(kept.rows.map((row) => row.dedupeKey).sort()).toEqual(["n2", "n4"]);
  });

  it("readers see nothing before the commit, the unit itself sees its writes", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const tenants = () => database.read.of(partnerTenantStore).all();
    let outside: Promise<ReadonlySet<string>> | null = null;
    const running = database.transaction("test.dirty", async (tx) => {
      await tx.of(partnerTenantStore).replace(["t1"]);
      expect(await tx.of(partnerTenantStore).all()).toEqual(new Set(["t1"]));
      await gate;
    });
    outside = delay(50).then(tenants);
    expect(await outside).toEqual(new Set());
    release();
    await running;
    expect(await tenants()).toEqual(new Set(["t1"]));
  });

  it("a unit inside a unit, and a read past its stores, are found out where units are watched", async () => {
    await expect(
      database.transaction("test.outer", () => database.transaction("test.inner", async () => undefined)),
    ).rejects.toThrow("a unit inside the unit test.outer");
    await expect(database.transaction("test.outer", () => database.read.of(partnerTenantStore).all())).rejects.toThrow(
      "a read of committed state inside the unit test.outer",
    );
    await expect(
      database.transaction("test.outer", () => database.read.of(planStore).byId("pln_none")),
    ).rejects.toThrow("a unit uses");
    const after = await database.transaction("test.outer", async () => "done");
    expect([after, await database.read.of(planStore).byId("pln_none")]).toEqual(["done", null]);
  });

  it("work that was not awaited cannot write into the next unit", async () => {
    let stray: Promise<unknown> = Promise.resolve();
    await database.transaction("test.stray", async (tx) => {
      stray = delay(20).then(() => tx.of(outboxStore).add({ dedupeKey: "stray", kind: "stray", payload: {}, at: NOW }));
      stray.catch(() => undefined);
    });
    await expect(stray).rejects.toThrow("the unit test.stray has ended");
  });

  it("rows written together at the end are seen by the unit before that, are dropped with it, and fail it", async () => {
    const post = (dedupeKey: string) => ({ dedupeKey, kind: "posted", payload: {}, at: NOW });
    const posted = async (from: Database["read"]) =>
      (await from.of(outboxStore).list({ first: 100, after: null }, "posted")).rows.map((row) => row.dedupeKey).sort();
    for (let time = 0; time < 6; time += 1) {
      await database.transaction("test.posted", async (tx) => {
        tx.of(outboxStore).post(post(`p${time}a`));
        tx.of(outboxStore).post(post(`p${time}b`));
        tx.of(outboxStore).post(post("p0a"));
        expect(await posted(tx)).toHaveLength(time * 2 + 2);
        expect(await tx.of(outboxStore).add(post(`p${time}b`))).toBe(false);
      });
      const refused = database.transaction("test.dropped", async (tx) => {
        tx.of(outboxStore).post(post(`d${time}`));
        await Promise.all([tx.of(partnerTenantStore).all(), tx.of(partnerTenantStore).all()]);
        tx.of(outboxStore).post(post(`e${time}`));
        throw new Error("refused");
      });
      await expect(refused).rejects.toThrow("refused");
    }
    expect(await posted(database.read)).toHaveLength(12);
    let late: () => void = () => undefined;
    await database.transaction("test.ended", async (tx) => {
      late = () => tx.of(outboxStore).post(post("late"));
    });
    expect(late).toThrow("the unit test.ended has ended");
  });

  it("the queue is bounded: what does not fit is refused at once, what waits is done", async () => {
    const small = await databases.open({ queueLimit: 10 });
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        small.transaction("test.overflow", (tx) =>
          tx.of(outboxStore).add({ dedupeKey: `o${index}`, kind: "overflow", payload: {}, at: NOW }),
        ),
      ),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.length).toBeGreaterThanOrEqual(29);
    expect(refused.every((result) => result.reason instanceof OverloadedError && result.reason.retryable)).toBe(true);
    expect((await small.read.of(outboxStore).list({ first: 100, after: null })).rows).toHaveLength(40 - refused.length);
  });

  it("after close nothing is taken any more, and what waited was done", async () => {
    const closing = await databases.open();
    const last = closing.transaction("test.last", (tx) => tx.of(partnerTenantStore).replace(["t9"]));
    const closed = closing.close();
    await expect(last).resolves.toBeUndefined();
    await expect(closing.transaction("test.late", async () => 1)).rejects.toThrow("not usable (CLOSED)");
    await closed;
  });
});
