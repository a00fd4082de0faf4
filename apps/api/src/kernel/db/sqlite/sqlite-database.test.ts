/** What only SQLite does: durability settings, read-only readers, the lock of another process, trouble in mid-batch (D-2, D-6, C-5, C-8). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testOptions } from "../../../../../../tests/support/databases.js";
import { planStore } from "../../../modules/agreements/module.js";
import { partnerTenantStore } from "../../../modules/identity/module.js";
import { MODULES } from "../../../modules/modules.js";
import { OverloadedError, UnavailableError } from "../errors.js";
import { connectSqlite, type SqliteHandle } from "./connect.js";
import { SqliteDatabase } from "./sqlite-database.js";
import { WriteQueue } from "./write-queue.js";

describe("SQLite", () => {
  const folder = mkdtempSync(join(tmpdir(), "accord-sqlite-"));
  const file = join(folder, "accord.sqlite");
  let database: SqliteDatabase;
  let writer: SqliteHandle;
  let reader: SqliteHandle;
  /** Stands for another process. */
  let second: SqliteHandle;

  beforeAll(async () => {
    database = await SqliteDatabase.open(file, testOptions(`sqlite:${file}`));
    await database.migrate();
    writer = await connectSqlite(file, "writer");
    reader = await connectSqlite(file, "reader");
    second = await connectSqlite(file, "writer");
    await second.sql.all("PRAGMA busy_timeout = 50");
  });
  afterAll(async () => {
    await Promise.all([database.close(), writer.source.destroy(), reader.source.destroy(), second.source.destroy()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const pragma = async (handle: SqliteHandle, name: string): Promise<unknown> =>
    Object.values((await handle.sql.all<Record<string, unknown>>(`PRAGMA ${name}`))[0] ?? {})[0];

  it("D-6: a writer syncs every commit (FULL), in WAL, with foreign keys and secure delete on", async () => {
    expect(await pragma(writer, "synchronous")).toBe(2);
    expect(await pragma(writer, "journal_mode")).toBe("wal");
    expect(await pragma(writer, "foreign_keys")).toBe(1);
    expect(await pragma(writer, "secure_delete")).toBe(1);
    expect(await pragma(writer, "trusted_schema")).toBe(0);
    expect(await pragma(writer, "busy_timeout")).toBe(5000);
  });

  it("D-6: verify says so when a connection does not sync every commit", async () => {
    const { checkSchema } = await import("../schema-guard.js");
    await writer.sql.all("PRAGMA synchronous = NORMAL");
    await writer.sql.all("PRAGMA foreign_keys = OFF");
    expect((await checkSchema(writer.sql, MODULES.storage)).map((breach) => breach.message)).toEqual([
      "foreign_keys is off",
      "synchronous is below FULL",
    ]);
    await writer.sql.all("PRAGMA synchronous = FULL");
    await writer.sql.all("PRAGMA foreign_keys = ON");
    expect(await checkSchema(writer.sql, MODULES.storage)).toEqual([]);
  });

  it("D-7: rows without their parent stop a boot after a migration alone; verify names them at any time", async () => {
    const own = join(folder, "orphans.sqlite");
    const filled = await SqliteDatabase.open(own, testOptions(`sqlite:${own}`));
    await filled.migrate();
    const planted = await connectSqlite(own, "writer");
    await planted.sql.run("PRAGMA foreign_keys = OFF");
    await planted.sql.run(
      `INSERT INTO session (id, token_hash, account_id, authenticated_at, created_at, last_seen_at, expires_at)
       VALUES ('ses_1', 'h', 'acc_gone', 1, 1, 1, 1)`,
    );
    await filled.migrate();
    expect(await filled.verify(0)).toContainEqual({ check: "V8", message: "row 1 of session has no account" });
    await planted.sql.run(`DELETE FROM schema_migration WHERE name = 'HeldMessages1795400046000'`);
    await planted.sql.run(`ALTER TABLE outbox DROP COLUMN held_since`);
    await expect(filled.migrate()).rejects.toThrow("rows without their parent in session");
    await planted.close();
    await filled.close();
  });

  it("a reader refuses to write", async () => {
    await expect(reader.sql.run("DELETE FROM tx_guard")).rejects.toMatchObject({ driverCode: "SQLITE_READONLY" });
    await expect(database.read.of(planStore).list({ first: 1, after: null })).resolves.toMatchObject({ rows: [] });
  });

  it("D-2: TypeORM's own transactions begin IMMEDIATE", async () => {
    await writer.source.transaction(async () => {
      await expect(second.sql.all("BEGIN IMMEDIATE")).rejects.toMatchObject({ driverCode: "SQLITE_BUSY" });
    });
  });

  it("C-8: while another process holds the lock a unit waits, then fails as UNAVAILABLE and keeps nothing", async () => {
    await second.sql.all("BEGIN IMMEDIATE");
    const waiting = database.transaction("test.locked", (tx) => tx.of(partnerTenantStore).replace(["t1"]));
    const behind = database.transaction("test.behind", (tx) => tx.of(partnerTenantStore).replace(["t2"]));
    const answers = await Promise.allSettled([waiting, behind]);
    expect(
      answers.every(
        (one) => one.status === "rejected" && one.reason instanceof UnavailableError && one.reason.retryable,
      ),
    ).toBe(true);
    await second.sql.all("ROLLBACK");
    expect(await database.isWritable()).toBe(true);
    expect(await database.read.of(partnerTenantStore).all()).toEqual(new Set());
  });

  it("C-5: a full disk fails every unit of the batch, and the next batch is well again", async () => {
    const { connection } = writer;
    const limit = Number(await pragma(writer, "page_count"));
    const control = (text: string) =>
      new Promise<void>((resolve, reject) =>
        connection.run(text, (error: Error | null) => (error ? reject(error) : resolve())),
      );
    await writer.sql.all(`PRAGMA max_page_count = ${limit}`);
    const { mapDriverError } = await import("../driver-errors.js");
    const queue = new WriteQueue(
      { control: (text) => control(text).catch((error: unknown) => Promise.reject(mapDriverError(error))) },
      100,
      async () => undefined,
      () => undefined,
    );
    const write = (size: number) =>
      queue.add(() => writer.sql.run(`INSERT INTO partner_tenant (tenant_id) VALUES (hex(randomblob(?)))`, [size]));
    const answers = await Promise.allSettled([write(10), write(500_000), write(10)]);
    expect(
      answers.map((one) => (one.status === "rejected" ? (one.reason as UnavailableError).driverCode : "kept")),
    ).toEqual(["SQLITE_FULL", "SQLITE_FULL", "SQLITE_FULL"]);
    await writer.sql.all("PRAGMA max_page_count = 1000000");
    await expect(write(10)).resolves.toBe(1);
    expect((await database.read.of(partnerTenantStore).all()).size).toBe(1);
  });

  it("keeps prepared statements within bounds and closes with them", async () => {
    const one = await connectSqlite(file, "reader");
    for (let index = 0; index < 500; index += 1) await one.sql.all(`SELECT ${index} AS n`);
    await expect(one.sql.all("SELECT 7 AS n")).resolves.toEqual([{ n: 7 }]);
    await expect(one.sql.all("SELECT 1 FROM nowhere")).rejects.toThrow(/no such table/);
    await expect(one.source.destroy()).resolves.toBeUndefined();
  });

  it("U-5: programs that open the same new file at once all open it", async () => {
    for (let round = 0; round < 25; round += 1) {
      const fresh = join(folder, `at-once-${round}.sqlite`);
      const opened = await Promise.all([1, 2, 3, 4].map(() => connectSqlite(fresh, "writer")));
      for (const { source } of opened) await source.destroy();
    }
  });

  it("a file that cannot be opened is UNAVAILABLE", async () => {
    await expect(connectSqlite(join(folder, "none", "accord.sqlite"), "reader")).rejects.toThrow(UnavailableError);
  });
});

describe("write queue", () => {
  it("groups waiting units: at most 64 in a transaction, a savepoint each after the first, answers after the COMMIT", async () => {
    const said: string[] = [];
    const queue = new WriteQueue(
      { control: async (text) => void said.push(text) },
      500,
      async () => undefined,
      () => undefined,
    );
    const answered: number[] = [];
    await Promise.all(
      Array.from({ length: 130 }, (_, index) =>
        queue
          .add(async () => index)
          .then(() => {
            answered.push(said.filter((text) => text === "COMMIT").length);
          }),
      ),
    );
    expect(said.filter((text) => text === "COMMIT")).toHaveLength(3);
    expect(said.filter((text) => text === "SAVEPOINT unit")).toHaveLength(127);
    expect(answered).toEqual([...Array(64).fill(1), ...Array(64).fill(2), 3, 3]);
  });

  it("a COMMIT that fails fails every unit of its batch, refused ones too", async () => {
    let commits = 0;
    const control = async (text: string) => {
      if (text === "COMMIT" && ++commits === 1) throw new UnavailableError("SQLITE_FULL");
    };
    const queue = new WriteQueue(
      { control },
      3,
      async () => undefined,
      () => undefined,
    );
    const batch = [
      queue.add(async () => 1),
      queue.add(() => Promise.reject(new Error("no"))),
      queue.add(async () => 3),
    ];
    await expect(queue.add(async () => 4)).rejects.toThrow(OverloadedError);
    const answers = await Promise.allSettled(batch);
    expect(answers.map((one) => (one.status === "rejected" ? String(one.reason.driverCode) : "kept"))).toEqual(
      Array(3).fill("SQLITE_FULL"),
    );
    await expect(queue.add(async () => 5)).resolves.toBe(5);
  });
});
