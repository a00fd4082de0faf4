/** Plans: pairs, registrations, the guarded balance and its ledger (R16–R18, R66, R67, E11, E12, E22, M-11). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import {
  aPlan,
  aRequest,
  CATALOGUE,
  DAY,
  makeAccount,
  makePlan,
  NOW,
} from "../../../../../../tests/support/storage-world.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { ConstraintError, type Database, newId, sqliteFile } from "../../../kernel/db/index.js";
import { connectPostgres } from "../../../kernel/db/postgres/connect.js";
import { connectSqlite } from "../../../kernel/db/sqlite/connect.js";
import { catalogueStore } from "../../catalogue/module.js";
import { requestStore } from "../../requests/module.js";
import { ledgerStore } from "./ledger.store.js";
import { planStore } from "./plan.store.js";

describeOnBothDatabases("plans", (databases) => {
  let database: Database;
  let url: string;
  let ana: string;
  let radu: string;

  beforeAll(async () => {
    url = await databases.newUrl();
    database = await databases.open({ url });
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    ana = await makeAccount(database, "ana");
    radu = await makeAccount(database, "radu");
  });

  const consume = (planId: string, accountId = ana, now = NOW) => {
    const request = aRequest({ submitterId: accountId, planId, createdAt: now });
    return database.transaction("test.consume", async (tx) => {
      const consumed = await tx
        .of(planStore)
        .consume({ planId, accountId, requestId: request.id, actorId: accountId, now });
      if (consumed === null) return null;
      expect(consumed).toEqual({ incidentsRemaining: (await tx.of(planStore).byId(planId))?.incidentsRemaining });
      await tx.of(requestStore).create(request, [], []);
      return request.id;
    });
  };
  const balanceOf = async (planId: string) => (await database.read.of(planStore).byId(planId))?.incidentsRemaining;
  const kindsOf = async (planId: string) =>
    (await database.read.of(ledgerStore).ofPlan(planId, { first: 50, after: null })).rows.map(
      (row) => `${row.kind} ${row.incidents} ${row.balanceAfter}`,
    );

  it("R14, E12: a plan is found by both halves of its pair only, and an issued pair is not issued twice", async () => {
    const pair = { accessId: "TRN44710098", agreementId: "9100234417" };
    const plan = aPlan({ pair });
    expect(await database.transaction("test.issue", (tx) => tx.of(planStore).issue(plan))).toBe(true);
    expect(await database.transaction("test.issue", (tx) => tx.of(planStore).issue(aPlan({ pair })))).toBe(false);
    expect((await database.read.of(planStore).byPair(pair))?.id).toBe(plan.id);
    expect(await database.read.of(planStore).byPair({ ...pair, agreementId: "9100234418" })).toBeNull();
    expect(await database.read.of(planStore).byPair({ accessId: "TRN4471009", agreementId: "89100234417" })).toBeNull();
    expect(await database.read.of(planStore).pairOf(plan.id)).toEqual(pair);
    expect(await database.read.of(planStore).pairOf("pln_unknown")).toBeNull();
  });

  it("A-7: the pair is nowhere in the database in clear text but for its endings", async () => {
    const planId = await makePlan(database, [ana], {
      pair: { accessId: "CLEARTEXTACCESS", agreementId: "CLEARTEXTAGREEMENT" },
    });
    const file = sqliteFile(url);
    const handle = file === null ? await connectPostgres(url, console, "reader") : await connectSqlite(file, "reader");
    const rows = await handle.sql.all(`SELECT * FROM agreement_pair WHERE plan_id = ?`, [planId]);
    await handle.source.destroy();
    expect(JSON.stringify(rows)).not.toContain("CLEARTEXT");
    expect(rows).toMatchObject([{ access_id_ending: "CESS", agreement_id_ending: "MENT" }]);
  });

  it("R17, R67, E11: many accounts register one plan, each once, and one that leaves leaves the others", async () => {
    const planId = await makePlan(database, [ana]);
    expect(await database.read.of(planStore).byIdForAccount(planId, radu)).toBeNull();
    expect(await database.read.of(planStore).byIdForAccount(planId, ana)).toMatchObject({
      isShared: false,
      registeredAt: NOW,
    });
    expect(await database.transaction("test.register", (tx) => tx.of(planStore).register(planId, radu, NOW + 1))).toBe(
      true,
    );
    expect(await database.transaction("test.register", (tx) => tx.of(planStore).register(planId, radu, NOW + 2))).toBe(
      false,
    );
    expect(await database.read.of(planStore).byIdForAccount(planId, radu)).toMatchObject({
      isShared: true,
      registeredAt: NOW + 1,
    });
    expect(await database.read.of(planStore).holdersCount(planId)).toBe(2);
    expect(await database.transaction("test.leave", (tx) => tx.of(planStore).unregister(planId, ana))).toBe(true);
    expect(await database.transaction("test.leave", (tx) => tx.of(planStore).unregister(planId, ana))).toBe(false);
    expect(await database.read.of(planStore).isRegistered(planId, ana)).toBe(false);
    expect(await database.read.of(planStore).isRegistered(planId, radu)).toBe(true);
    expect((await database.read.of(planStore).ofAccount(ana)).map((plan) => plan.id)).not.toContain(planId);
    expect(await consume(planId, ana)).toBeNull();
    expect(await consume(planId, radu)).toMatch(/^req_/);
  });

  it("W1: plans of an account come soonest end first, with programme and endings", async () => {
    const eva = await makeAccount(database, "eva");
    const ends = [5, 1, 3, 3, 9];
    for (const days of ends) {
      await makePlan(database, [eva], {
        endsAt: NOW + days * DAY,
        pair: { accessId: `E${days}${newId("pln", NOW)}`, agreementId: "A1234567" },
      });
    }
    const plans = await database.read.of(planStore).ofAccount(eva);
    expect(plans.map((plan) => (plan.endsAt - NOW) / DAY)).toEqual([1, 3, 3, 5, 9]);
    expect(plans[0]).toMatchObject({
      programme: { id: "standard" },
      startsOn: "2026-01-01",
      incidentsTotal: 20,
      incidentsRemaining: 20,
      agreementIdEnding: "4567",
    });
  });

  it("R42, M-8: an incident is consumed only while the plan runs, is not revoked and not empty", async () => {
    const planId = await makePlan(database, [ana], { incidents: 1, startsAt: NOW, endsAt: NOW + DAY });
    expect(await consume(planId, ana, NOW - 1)).toBeNull();
    expect(await consume(planId, ana, NOW + DAY)).toBeNull();
    expect(await balanceOf(planId)).toBe(1);
    expect(await consume(planId, ana, NOW + DAY - 1)).toMatch(/^req_/);
    expect(await consume(planId, ana, NOW + DAY - 1)).toBeNull();
    const revoked = await makePlan(database, [ana]);
    expect(await database.transaction("test.revoke", (tx) => tx.of(planStore).revoke(revoked, NOW))).toBe(true);
    expect(await database.transaction("test.revoke", (tx) => tx.of(planStore).revoke(revoked, NOW))).toBe(false);
    expect(await consume(revoked)).toBeNull();
    const unlimited = await makePlan(database, [ana], { programmeId: "unlimited", incidents: null });
    expect(await consume(unlimited)).toMatch(/^req_/);
    expect(await balanceOf(unlimited)).toBeNull();
    expect(await kindsOf(unlimited)).toEqual(["CONSUME -1 null", "GRANT 0 null"]);
  });

  it("M-11, E22: 50 parallel refunds of a request give one incident back, and nothing after the end", async () => {
    const planId = await makePlan(database, [ana], { incidents: 2 });
    const requestId = (await consume(planId)) ?? "";
    const refund = (isExpiredAtOnce: boolean, id = requestId) =>
      database.transaction("test.refund", (tx) =>
        tx.of(planStore).refund({ requestId: id, actorId: null, reason: "DUPLICATE", now: NOW, isExpiredAtOnce }),
      );
    const answers = await Promise.all(Array.from({ length: 50 }, () => refund(false)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await kindsOf(planId)).toEqual(["REFUND 1 2", "CONSUME -1 1", "GRANT 2 2"]);
    expect(await refund(false, "req_unknown")).toBe(false);
    const late = (await consume(planId)) ?? "";
    expect(await refund(true, late)).toBe(true);
    expect((await kindsOf(planId)).slice(0, 2)).toEqual(["EXPIRE -1 1", "REFUND 1 2"]);
    expect(await balanceOf(planId)).toBe(1);
  });

  it("an adjustment stays between nothing and what was granted", async () => {
    const planId = await makePlan(database, [ana], { incidents: 5 });
    const adjust = (incidents: number) =>
      database.transaction("test.adjust", (tx) =>
        tx.of(planStore).adjust({ planId, incidents, actorId: null, reason: "opening", at: NOW }),
      );
    expect(await adjust(-3)).toBe(true);
    expect(await adjust(-3)).toBe(false);
    expect(await adjust(4)).toBe(false);
    expect(await adjust(3)).toBe(true);
    expect(await kindsOf(planId)).toEqual(["ADJUST 3 5", "ADJUST -3 2", "GRANT 5 5"]);
  });

  it("the ledger pages newest first", async () => {
    const planId = await makePlan(database, [ana], { incidents: 9 });
    for (let index = 0; index < 4; index += 1) await consume(planId);
    const first = await database.read.of(ledgerStore).ofPlan(planId, { first: 3, after: null });
    const second = await database.read.of(ledgerStore).ofPlan(planId, { first: 3, after: first.endCursor });
    expect([...first.rows, ...second.rows].map((row) => row.balanceAfter)).toEqual([5, 6, 7, 8, 9]);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
  });

  it("P-5: ledger and audit take no UPDATE and no DELETE", async () => {
    await database.transaction("test.audit", (tx) =>
      tx.of(auditStore).append({ actorId: ana, action: "account.profile", objectId: ana, details: { n: 1 }, at: NOW }),
    );
    const file = sqliteFile(url);
    const handle = file === null ? await connectPostgres(url, console, "writer") : await connectSqlite(file, "writer");
    for (const statement of [
      "UPDATE entitlement_ledger SET incidents = 0",
      "DELETE FROM entitlement_ledger",
      "UPDATE audit SET at = 0",
      "DELETE FROM audit",
    ]) {
      await expect(handle.sql.run(statement)).rejects.toMatchObject({
        kind: "APPEND_ONLY",
        constraint: statement.includes("audit") ? "audit" : "entitlement_ledger",
      });
    }
    await handle.source.destroy();
  });

  it("the database itself refuses a balance below zero and an incident consumed twice for a request", async () => {
    const planId = await makePlan(database, [ana], { incidents: 1 });
    const requestId = (await consume(planId)) ?? "";
    const other = await makePlan(database, [ana], { incidents: 1 });
    const twice = database.transaction("test.twice", (tx) =>
      tx.of(planStore).consume({ planId: other, accountId: ana, requestId, actorId: ana, now: NOW }),
    );
    await expect(twice).rejects.toThrow(ConstraintError);
    expect(await balanceOf(other)).toBe(1);
    const file = sqliteFile(url);
    const handle = file === null ? await connectPostgres(url, console, "writer") : await connectSqlite(file, "writer");
    await expect(handle.sql.run("UPDATE plan SET remaining = -1 WHERE id = ?", [planId])).rejects.toMatchObject({
      kind: "CHECK",
      constraint: "plan_remaining",
    });
    await handle.source.destroy();
  });

  it("a purchaser holds the plan at once, and its payment grants only once", async () => {
    const bought = aPlan({ pair: null, purchaserId: ana, paymentId: "pay_1", incidents: 5 });
    await database.transaction("test.buy", (tx) => tx.of(planStore).issue(bought));
    expect(await database.read.of(planStore).byIdForAccount(bought.id, ana)).toMatchObject({
      accessIdEnding: null,
      incidentsRemaining: 5,
    });
    const again = database.transaction("test.buy", (tx) =>
      tx.of(planStore).issue(aPlan({ pair: null, purchaserId: ana, paymentId: "pay_1" })),
    );
    await expect(again).rejects.toMatchObject({ kind: "UNIQUE" });
    expect(await database.verify(NOW)).toMatchObject(
      expect.not.arrayContaining([expect.objectContaining({ check: "V1" })]),
    );
  });
});
