/** What only PostgreSQL does: deadlocks, lost connections, a pool that units and reads share (C-9). */
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { silentLog, testDatabases } from "../../../../../../tests/support/databases.js";
import { CATALOGUE, makeAccount, makePlan, NOW } from "../../../../../../tests/support/storage-world.js";
import { planStore } from "../../../modules/agreements/module.js";
import { catalogueStore } from "../../../modules/catalogue/module.js";
import { partnerTenantStore } from "../../../modules/identity/module.js";
import { type Database, UnavailableError } from "../index.js";
import { connectPostgres } from "./connect.js";
import { Turnstile } from "./turnstile.js";

describe("PostgreSQL", () => {
  const databases = testDatabases("postgres");
  let url: string;
  let database: Database;
  let plans: readonly [string, string];

  beforeAll(async () => {
    url = await databases.newUrl();
    database = await databases.open({ url });
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    const account = await makeAccount(database, "ana");
    plans = [await makePlan(database, [account]), await makePlan(database, [account])];
  });

  /** Two units that take the same two rows in opposite order. */
  const crossing = (isIdempotent: boolean) => {
    const unit = (first: string, second: string) =>
      database.transaction(
        "test.crossing",
        async (tx) => {
          const adjust = (planId: string) =>
            tx.of(planStore).adjust({ planId, incidents: -1, actorId: null, reason: "test", at: NOW });
          await adjust(first);
          await delay(100);
          await adjust(second);
        },
        { isIdempotent },
      );
    return Promise.allSettled([unit(plans[0], plans[1]), unit(plans[1], plans[0])]);
  };
  const balances = async () => (await database.read.of(planStore).byIds(plans)).map((plan) => plan.incidentsRemaining);

  it("a deadlock is run again for a unit that may run twice, and UNAVAILABLE for one that may not", async () => {
    const once = await crossing(false);
    expect(once.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(once.find((answer) => answer.status === "rejected")?.reason).toBeInstanceOf(UnavailableError);
    expect(await balances()).toEqual([19, 19]);
    expect((await crossing(true)).map((answer) => answer.status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await balances()).toEqual([17, 17]);
    expect(await database.verify(NOW)).toEqual([]);
  });

  it("C-9: a unit whose connection is cut is UNAVAILABLE and keeps nothing; the next ones are well, and so is the process", async () => {
    const admin = await connectPostgres(url, silentLog, "writer");
    const cut = database.transaction("test.cut", async (tx) => {
      await tx.of(partnerTenantStore).replace(["t1"]);
      await admin.source.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      await delay(50);
      await tx.of(partnerTenantStore).replace(["t2"]);
    });
    await expect(cut).rejects.toThrow(UnavailableError);
    await admin.source.destroy();
    expect(await database.isWritable()).toBe(true);
    expect(await database.read.of(partnerTenantStore).all()).toEqual(new Set());
    await database.transaction("test.after", (tx) => tx.of(partnerTenantStore).replace(["t3"]));
    expect(await database.read.of(partnerTenantStore).all()).toEqual(new Set(["t3"]));
  });

  it("reads are answered while more units wait than there are connections", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const units = Array.from({ length: 30 }, () => database.transaction("test.slow", () => gate));
    expect(database.queueDepth()).toBe(30);
    expect(await balances()).toEqual([17, 17]);
    release();
    await Promise.all(units);
    expect(database.queueDepth()).toBe(0);
  });

  it("a read replica answers the reads, and refuses to write", async () => {
    const replicated = await databases.open({ url, readUrls: [url] });
    expect(await replicated.read.of(planStore).byId(plans[0])).toMatchObject({ id: plans[0] });
    const reader = await connectPostgres(url, silentLog, "reader");
    await expect(reader.sql.run("DELETE FROM tx_guard")).rejects.toMatchObject({ driverCode: "25006" });
    await reader.source.destroy();
  });

  it("a server that is not there is UNAVAILABLE", async () => {
    await expect(connectPostgres("postgres://nobody@127.0.0.1:1/none", silentLog, "writer")).rejects.toThrow(
      UnavailableError,
    );
  });
});

describe("turnstile", () => {
  it("lets so many in at a time, in order, and goes on after a failure", async () => {
    const turnstile = new Turnstile(2);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const pass = (index: number) =>
      turnstile.pass(async () => {
        order.push(index);
        inside += 1;
        most = Math.max(most, inside);
        await delay(1);
        inside -= 1;
        if (index === 3) throw new Error("three");
      });
    const answers = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => pass(index)));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(answers.filter((answer) => answer.status === "rejected")).toHaveLength(1);
  });
});
