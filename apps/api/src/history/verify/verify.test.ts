/** `accord verify`: green over a used database, and each check red over a planted violation (P-5). */
import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { CATALOGUE, DAY, makeAccount, makePlan, NOW, submit } from "../../../../../tests/support/storage-world.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { type Database, newId, sqliteFile } from "../../kernel/db/index.js";
import { connectPostgres } from "../../kernel/db/postgres/connect.js";
import { connectSqlite } from "../../kernel/db/sqlite/connect.js";
import { idempotencyStore } from "../../kernel/graphql/idempotency.store.js";
import { sweepStore } from "../../kernel/jobs/sweep.store.js";
import { catalogueStore } from "../../modules/catalogue/module.js";
import { sessionStore } from "../../modules/identity/module.js";

describeOnBothDatabases("verify", (databases) => {
  let database: Database;
  let account: string;
  let planId: string;
  let requestId: string;
  let plant: (...statements: string[]) => Promise<void>;

  beforeAll(async () => {
    const url = await databases.newUrl();
    database = await databases.open({ url });
    await database.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    account = await makeAccount(database, "ana");
    planId = await makePlan(database, [account]);
    for (const key of ["a", "b", "c"])
      requestId = (await database.transaction("test.submit", (tx) => submit(tx, planId, account, key))) ?? "";
    plant = async (...statements) => {
      const file = sqliteFile(url);
      const handle =
        file === null ? await connectPostgres(url, console, "writer") : await connectSqlite(file, "writer");
      for (const statement of statements) await handle.source.query(statement);
      await handle.source.destroy();
    };
  });

  const checks = async (now = NOW) => [...new Set((await database.verify(now)).map((breach) => breach.check))].sort();
  const drop = (trigger: string, table: string) =>
    databases.dialect === "sqlite" ? `DROP TRIGGER "${trigger}"` : `DROP TRIGGER "${trigger}" ON "${table}"`;
  /** Undoes what was planted, and the triggers that stood in the way. */
  const repair = async (...statements: string[]) => {
    await plant(...statements);
    await database.migrate();
    expect(await database.verify(NOW)).toEqual([]);
  };

  it("is green over a database in use", async () => {
    expect(await database.verify(NOW)).toEqual([]);
  });

  it("V1: sees a balance that is not the sum of its ledger, and a plan never granted", async () => {
    await plant(`UPDATE plan SET remaining = remaining + 1 WHERE id = '${planId}'`);
    expect(await database.verify(NOW)).toEqual([
      { check: "V1", message: `the balance of plan ${planId} is not the sum of its ledger` },
    ]);
    await repair(`UPDATE plan SET remaining = remaining - 1 WHERE id = '${planId}'`);
    await plant(`INSERT INTO plan (id, origin, programme_id, starts_on, ends_on, time_zone, starts_at, ends_at, granted, remaining, created_at)
                 VALUES ('pln_planted', 'AGREEMENT', 'standard', '2026-01-01', '2026-12-31', 'UTC', 0, 1, 0, 0, 0)`);
    expect(await checks()).toEqual(["V1"]);
    await repair(`DELETE FROM plan WHERE id = 'pln_planted'`);
  });

  it("V2: sees an incident consumed for no request, and a request that consumed none", async () => {
    await plant(
      drop("entitlement_ledger_no_update", "entitlement_ledger"),
      `UPDATE entitlement_ledger SET request_id = 'req_gone' WHERE request_id = '${requestId}'`,
    );
    const breaches = (await database.verify(NOW)).filter((breach) => breach.check === "V2");
    expect(breaches.map((breach) => breach.message)).toEqual([
      expect.stringMatching(/^ledger entry led_\w+ consumed an incident for no request of its plan$/),
      `request ${requestId} did not consume exactly one incident`,
    ]);
    await repair(`UPDATE entitlement_ledger SET request_id = '${requestId}' WHERE request_id = 'req_gone'`);
  });

  it("V4: sees a request without its confirmation, one to a stranger, and one for no request", async () => {
    await plant(
      `UPDATE outbox SET dedupe_key = 'request.confirmation:req_gone' WHERE dedupe_key = 'request.confirmation:${requestId}'`,
    );
    expect((await database.verify(NOW)).map((breach) => breach.check)).toEqual(["V4", "V4"]);
    await repair(
      `UPDATE outbox SET dedupe_key = 'request.confirmation:${requestId}' WHERE dedupe_key = 'request.confirmation:req_gone'`,
    );
    await plant(
      `UPDATE outbox SET payload = replace(payload, 'con_', 'cox_') WHERE dedupe_key = 'request.confirmation:${requestId}'`,
    );
    expect(await database.verify(NOW)).toEqual([
      { check: "V4", message: `request ${requestId} has not exactly one confirmation to a contact of its own` },
    ]);
    await repair(
      `UPDATE outbox SET payload = replace(payload, 'cox_', 'con_') WHERE dedupe_key = 'request.confirmation:${requestId}'`,
    );
  });

  it("V7, P-5: names the first audit row that was altered, taken out, put in or given other details", async () => {
    expect((await database.read.of(auditStore).list(0, 10)).map((row) => row.seq)).toEqual([1, 2, 3]);
    const unlock = [drop("audit_no_update", "audit"), drop("audit_no_delete", "audit")];
    await plant(...unlock, `UPDATE audit SET at = at + 1 WHERE seq = 2`);
    expect((await database.verify(NOW))[0]).toEqual({ check: "V7", message: "audit row 2 was altered" });
    await repair(`UPDATE audit SET at = at - 1 WHERE seq = 2`);
    await plant(`UPDATE audit_detail SET content = replace(content, 'pln_', 'plx_') WHERE seq = 3`);
    expect((await database.verify(NOW))[0]).toEqual({ check: "V7", message: "audit row 3 has other details" });
    await repair(`UPDATE audit_detail SET content = replace(content, 'plx_', 'pln_') WHERE seq = 3`);
    await plant(
      `INSERT INTO audit (seq, at, action, object_id, details_hash, prev_hash, hash) VALUES (5, 0, 'x', 'y', 'z', 'p', 'h')`,
    );
    expect(await database.verify(NOW)).toEqual([{ check: "V7", message: "audit row 5 comes after row 3" }]);
    await plant(drop("audit_no_delete", "audit"));
    await repair(`DELETE FROM audit WHERE seq = 5`);
    await plant(`DELETE FROM audit_detail WHERE seq = 1`);
    expect(await database.verify(NOW)).toEqual([]);
  });

  it("V9: sees a request without a contact", async () => {
    await plant(`UPDATE request_contact SET removed_at = 1 WHERE request_id = '${requestId}'`);
    expect((await database.verify(NOW)).map((breach) => breach.message)).toEqual([
      `request ${requestId} has no contact`,
      `request ${requestId} has not exactly one primary contact`,
    ]);
    await repair(`UPDATE request_contact SET removed_at = NULL WHERE request_id = '${requestId}'`);
  });

  it("V11: sees a pause or a wait that does not follow the status", async () => {
    const status = (text: string) => `UPDATE support_request SET status = '${text}' WHERE id = '${requestId}'`;
    await plant(status("WAITING_FOR_CUSTOMER"));
    expect((await database.verify(NOW)).map((breach) => breach.message)).toEqual([
      `the pauses of request ${requestId} do not follow its status`,
      `the wait of request ${requestId} does not follow its status`,
    ]);
    await plant(
      `UPDATE support_request SET waiting_since = 1 WHERE id = '${requestId}'`,
      `INSERT INTO request_pause (request_id, from_at) VALUES ('${requestId}', 5)`,
    );
    expect(await database.verify(NOW)).toEqual([]);
    await plant(status("NEW"), `UPDATE request_pause SET until_at = 4`);
    expect(await checks()).toEqual(["V11"]);
    await repair(`DELETE FROM request_pause`, `UPDATE support_request SET waiting_since = NULL`);
  });

  it("V11, F58: sees a pack that is not the file that was loaded, and a request that names packs nobody knows", async () => {
    const digest = createHash("sha256").update("[]").digest("hex");
    const pack = `INSERT INTO pack (kind, version, digest, effective_on, content, loaded_at) VALUES`;
    await plant(`${pack} ('TOPICS', 1, '${digest}', '2026-11-23', '[]', 1)`);
    expect(await checks()).toEqual([]);
    await plant(`UPDATE pack SET content = '[ ]'`);
    expect(await checks()).toEqual(["V11"]);
    await repair(`DELETE FROM pack`);
    await plant(`UPDATE support_request SET pack_set_id = 'none' WHERE id = '${requestId}'`);
    expect(await checks()).toEqual(["V11"]);
    await repair(`UPDATE support_request SET pack_set_id = NULL`);
  });

  it("V10: sees what is kept too long", async () => {
    const session = {
      id: newId("ses", NOW),
      tokenHash: "h",
      accountId: account,
      authenticatedAt: NOW,
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: NOW + 1,
      idToken: null,
      device: null,
      network: null,
    };
    await database.transaction("test.session", (tx) => tx.of(sessionStore).create(session));
    const sweep = async (step: "begin" | "end", at: number) =>
      database.transaction("test.round", (tx) => tx.of(sweepStore)[step](at));
    // Data that has only rested: nobody swept, nothing was missed.
    expect(await checks(NOW + 60 * DAY)).toEqual([]);
    await sweep("begin", NOW);
    await sweep("end", NOW);
    expect(await checks(NOW + 60 * DAY)).toEqual([]);
    // A round that ended, and one that began more than a day after the last that did.
    await sweep("begin", NOW + DAY + 1);
    expect(await checks(NOW + 60 * DAY)).toEqual([]);
    await sweep("begin", NOW + DAY + 2);
    expect(await checks(NOW + 60 * DAY)).toEqual(["V10"]);
    await sweep("end", NOW + 2);
    expect(await checks(NOW + 60 * DAY)).toEqual(["V10"]);
    expect(await checks(NOW + 1)).toEqual([]);
    expect(await database.transaction("test.sweep", (tx) => tx.of(sessionStore).deleteExpired(NOW + 2, DAY))).toBe(1);
    expect(await checks(NOW + 60 * DAY)).toEqual([]);
    await sweep("end", NOW + 31 * DAY);
    expect((await database.verify(NOW + 31 * DAY)).map((breach) => breach.message)).toEqual([
      "idempotency a is past its retention",
      "idempotency b is past its retention",
      "idempotency c is past its retention",
    ]);
    expect(await database.transaction("test.sweep", (tx) => tx.of(idempotencyStore).deleteBefore(NOW + 1))).toBe(3);
    expect(await checks(NOW + 31 * DAY)).toEqual([]);
  });

  it("P-5: sees a chain whose beginning was cut off", async () => {
    await plant(drop("audit_no_delete", "audit"), `DELETE FROM audit WHERE seq = 1`);
    expect((await database.verify(NOW))[0]).toEqual({ check: "V7", message: "audit row 2 comes after row 0" });
  });
});
