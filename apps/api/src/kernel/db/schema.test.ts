/** The schema the migrations make, on both engines (D-5, D-7, D-9, U-3, U-4, U-5, U-7). */
import { describe, expect, it } from "vitest";
import { describeOnBothDatabases, testOptions } from "../../../../../tests/support/databases.js";
import { draftStore } from "../../modules/drafts/module.js";
import { oidcModelStore } from "../../modules/identity/module.js";
import { MODULES } from "../../modules/modules.js";
import { MigrationFailed, openDatabase, sqliteFile } from "./index.js";
import { connectPostgres } from "./postgres/connect.js";
import { isAtLeast, requiredNames } from "./schema-guard.js";
import { connectSqlite } from "./sqlite/connect.js";

const connect = (url: string) => {
  const file = sqliteFile(url);
  return file === null
    ? connectPostgres(url, testOptions(url).log, "writer", MODULES.storage)
    : connectSqlite(file, "writer", MODULES.storage);
};

describeOnBothDatabases("schema", (databases) => {
  const migrated = async () => {
    const url = await databases.newUrl();
    const database = await databases.open({ url });
    return { url, database, handle: await connect(url) };
  };

  it("U-4: the migrations make exactly what the tables declare", async () => {
    const { handle } = await migrated();
    const drift = await handle.source.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
    await handle.source.destroy();
  });

  it("U-3: a fresh schema has every declared constraint, and verify says so when one is gone", async () => {
    const { database, handle } = await migrated();
    expect(requiredNames(MODULES.storage).length).toBeGreaterThan(60);
    expect(await database.verify(0)).toEqual([]);
    await handle.source.query(`DROP INDEX "entitlement_ledger_refund"`);
    expect(await database.verify(0)).toEqual([{ check: "V8", message: "entitlement_ledger_refund is missing" }]);
    await handle.source.destroy();
  });

  it("D-7: append-only triggers that went missing are there again after the next boot", async () => {
    const { url, database, handle } = await migrated();
    await handle.source.query(
      databases.dialect === "sqlite" ? `DROP TRIGGER "audit_no_delete"` : `DROP TRIGGER "audit_no_delete" ON "audit"`,
    );
    expect(await database.verify(0)).toEqual([{ check: "V8", message: "audit_no_delete is missing" }]);
    const again = await databases.open({ url });
    expect(await again.verify(0)).toEqual([]);
    await handle.source.destroy();
  });

  it("U-7: a database of a newer program is refused", async () => {
    const { url, handle } = await migrated();
    await handle.source.query(
      `INSERT INTO schema_migration ("timestamp", name) VALUES (9999999999999, 'Later9999999999999')`,
    );
    const older = await openDatabase(testOptions(url));
    await expect(older.migrate()).rejects.toThrow(MigrationFailed);
    await expect(older.migrate()).rejects.toThrow(/newer version of Accord \(Later9999999999999\)/);
    // What the command line asks first.
    await expect(older.refuseUnfit()).rejects.toThrow(/newer version of Accord/);
    await older.close();
    await handle.source.destroy();
  });

  it("D-7: a failed migration leaves nothing behind, and foreign keys stay on", async () => {
    const url = await databases.newUrl();
    const handle = await connect(url);
    await handle.source.query(`CREATE TABLE "plan" (id integer)`);
    const database = await openDatabase(testOptions(url));
    await expect(database.migrate()).rejects.toThrow(MigrationFailed);
    expect(await database.pendingMigrations()).toContain("Foundation1795384800000");
    expect(await database.isWritable()).toBe(false);
    await handle.source.query(`DROP TABLE "plan"`);
    await database.migrate();
    expect(await database.pendingMigrations()).toEqual([]);
    expect(await database.isWritable()).toBe(true);
    expect(await database.verify(0)).toEqual([]);
    await database.close();
    await handle.source.destroy();
  });

  it("U-5: two programs that start at once migrate once", async () => {
    const url = await databases.newUrl();
    const both = await Promise.all([openDatabase(testOptions(url)), openDatabase(testOptions(url))]);
    await Promise.all(both.map((database) => database.migrate()));
    for (const database of both) {
      expect(await database.pendingMigrations()).toEqual([]);
      await database.close();
    }
  });

  it("D-4: a lookup by null or undefined throws instead of finding the first row", async () => {
    const { database, handle } = await migrated();
    for (const nothing of [null, undefined] as unknown as string[]) {
      await expect(database.read.of(draftStore).byId(nothing)).rejects.toThrow(/null|undefined/i);
      await expect(database.read.of(oidcModelStore).findByUid("Session", nothing)).rejects.toThrow(/null|undefined/i);
    }
    await handle.source.destroy();
  });

  it("D-9: instants come back as numbers and days as text, in any time zone of the process", async () => {
    const { handle } = await migrated();
    const before = process.env.TZ;
    try {
      process.env.TZ = "America/Los_Angeles";
      await handle.sql.run(
        `INSERT INTO plan (id, origin, programme_id, starts_on, ends_on, time_zone, starts_at, ends_at, created_at)
         VALUES ('pln_1', 'AGREEMENT', 'x', '2028-02-29', '2029-02-28', 'UTC', 1835395200000, 1867017600000, 1)`,
      );
      const rows = await handle.sql.all(`SELECT starts_on, ends_at, granted FROM plan`);
      expect(rows).toEqual([{ starts_on: "2028-02-29", ends_at: 1867017600000, granted: null }]);
      expect(await handle.source.manager.findOneBy("plan", { id: "pln_1" })).toMatchObject({
        startsOn: "2028-02-29",
        endsAt: 1867017600000,
      });
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    await handle.source.destroy();
  });
});

describe("schema guard", () => {
  it("D-5: knows which SQLite is too old", () => {
    expect(isAtLeast("3.51.3", [3, 51, 3])).toBe(true);
    expect(isAtLeast("3.52.0", [3, 51, 3])).toBe(true);
    expect(isAtLeast("4.0", [3, 51, 3])).toBe(true);
    expect(isAtLeast("3.51.2", [3, 51, 3])).toBe(false);
    expect(isAtLeast("3.44.2", [3, 51, 3])).toBe(false);
  });
});
