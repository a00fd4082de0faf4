/** P-5: a hundred ways to tamper with the audit record, each found and named; a record nobody touched is never accused (F82). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { createHandClock } from "../clock.js";
import { type Database, sqliteFile } from "../db/index.js";
import { connectPostgres } from "../db/postgres/connect.js";
import { connectSqlite } from "../db/sqlite/connect.js";
import { auditStore, digestOf, hashOf } from "./audit.store.js";
import { exportHead, headsFile, readHeads } from "./audit-heads.js";

const ACTIONS = ["request.take", "request.close", "request.rate", "request.reopen", "request.share"] as const;
const ROWS = 60;
const RUNS = 100;
const NOW = Date.UTC(2026, 10, 23);
const COLUMNS = "seq, at, actor_id, action, object_id, details_hash, prev_hash, hash";

/** The same hundred ways every time. */
const createDice =
  (seed: number) =>
  (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };

describeOnBothDatabases("tampering with the audit record", (databases) => {
  let db: Database;
  let query: (statement: string) => Promise<unknown>;
  let close: () => Promise<void>;
  const folder = mkdtempSync(join(tmpdir(), "accord-heads-"));
  const clock = createHandClock(NOW);
  const parts = () => ({ db, clock, file: headsFile(folder), log: { info: () => undefined } });
  const add = (count: number) =>
    db.transaction("test audit", async (tx) => {
      for (let made = 0; made < count; made += 1) {
        const details = made % 3 === 0 ? {} : { incidents: made };
        await tx.of(auditStore).append({
          actorId: null,
          action: ACTIONS[made % 5] ?? "export",
          objectId: `pln_${made}`,
          details,
          at: NOW + made,
        });
      }
    });
  const heads = () => readHeads(headsFile(folder));

  beforeAll(async () => {
    const url = await databases.newUrl();
    db = await databases.open({ url });
    await add(ROWS / 2);
    expect(await exportHead(parts())).toBe(true);
    await add(ROWS / 2);
    clock.advance(86_400_000);
    expect(await exportHead(parts())).toBe(true);
    const file = sqliteFile(url);
    const handle = file === null ? await connectPostgres(url, console, "writer") : await connectSqlite(file, "writer");
    query = (statement) => handle.source.query(statement);
    close = () => handle.source.destroy();
    const drop = databases.dialect === "sqlite" ? "" : ` ON "audit"`;
    for (const verb of ["update", "delete"]) await query(`DROP TRIGGER "audit_no_${verb}"${drop}`);
    await query("CREATE TABLE kept_audit AS SELECT * FROM audit");
    await query("CREATE TABLE kept_detail AS SELECT * FROM audit_detail");
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  const restore = async () => {
    await query("DELETE FROM audit_detail");
    await query("DELETE FROM audit");
    await query(`INSERT INTO audit (${COLUMNS}) SELECT ${COLUMNS} FROM kept_audit`);
    await query("INSERT INTO audit_detail (seq, subject_id, content) SELECT seq, subject_id, content FROM kept_detail");
  };

  /** One way each: which row it must name, at the latest. */
  const tamper = async (way: number, dice: (below: number) => number): Promise<number> => {
    const seq = 2 + dice(ROWS - 3);
    const remove = async (from: number, to: number) => {
      await query(`DELETE FROM audit_detail WHERE seq >= ${from} AND seq <= ${to}`);
      await query(`DELETE FROM audit WHERE seq >= ${from} AND seq <= ${to}`);
    };
    switch (way % 8) {
      case 0: {
        const column = ["action", "object_id", "details_hash", "prev_hash", "hash"][dice(5)] ?? "action";
        await query(`UPDATE audit SET ${column} = ${column} || 'x' WHERE seq = ${seq}`);
        return seq;
      }
      case 1:
        await query(`UPDATE audit SET at = at + ${1 + dice(1000)} WHERE seq = ${seq}`);
        return seq;
      case 2:
        await remove(seq, seq);
        return seq + 1;
      case 3: {
        // Two neighbours change places.
        const row = (from: number, to: number) => `UPDATE audit SET seq = ${to} WHERE seq = ${from}`;
        await query(`DELETE FROM audit_detail WHERE seq IN (${seq}, ${seq + 1})`);
        for (const statement of [row(seq, 9999), row(seq + 1, seq), row(9999, seq + 1)]) await query(statement);
        return seq;
      }
      case 4: {
        // Put in at the end, with hashes that look right from outside.
        const hash = digestOf(`planted ${way}`);
        await query(
          `INSERT INTO audit (${COLUMNS}) VALUES (${ROWS + 1}, 0, NULL, 'planted', 'x', '${hash}', '${hash}', '${hash}')`,
        );
        return ROWS + 1;
      }
      case 5:
        await remove(seq + 1, ROWS);
        return seq + 1;
      case 6:
        await query(
          `UPDATE audit_detail SET content = '{"incidents":${1000 + way}}' WHERE seq = (SELECT min(seq) FROM audit_detail WHERE seq >= ${seq})`,
        );
        return seq + 1;
      default: {
        // Whoever can write can also reckon: every hash from there on is made anew.
        const rows = await db.read.of(auditStore).list(0, 1000);
        const links = (await query(
          `SELECT seq, details_hash AS "detailsHash", prev_hash AS "prevHash" FROM audit ORDER BY seq`,
        )) as {
          detailsHash: string;
          prevHash: string;
        }[];
        let prevHash = links[seq - 1]?.prevHash ?? "";
        for (const row of rows.slice(seq - 1)) {
          const objectId = row.seq === seq ? "pln_other" : row.objectId;
          const detailsHash = links[row.seq - 1]?.detailsHash ?? "";
          const hash = hashOf({ ...row, objectId, detailsHash, prevHash });
          await query(
            `UPDATE audit SET object_id = '${objectId}', prev_hash = '${prevHash}', hash = '${hash}' WHERE seq = ${row.seq}`,
          );
          prevHash = hash;
        }
        return ROWS;
      }
    }
  };

  it(`P-5, F82: ${RUNS} of ${RUNS} are found, no later than at the row that was touched; between them ${RUNS} times nothing is`, async () => {
    const dice = createDice(20_261_123);
    const exported = await heads();
    expect(exported.map(({ seq }) => seq)).toEqual([ROWS / 2, ROWS]);
    const missed: string[] = [];
    const accused: string[] = [];
    for (let way = 0; way < RUNS; way += 1) {
      const intact = await db.verifyAudit(exported);
      if (intact.firstBad !== null || intact.head.seq !== ROWS) accused.push(`${way}: ${JSON.stringify(intact)}`);
      const latest = await tamper(way, dice);
      const { firstBad } = await db.verifyAudit(exported);
      if (firstBad === null || firstBad.seq > latest)
        missed.push(`way ${way % 8}: ${JSON.stringify({ firstBad, latest })}`);
      await restore();
    }
    expect({ missed, accused }).toEqual({ missed: [], accused: [] });
  });

  it("P-5: cut off at its end it is found by an exported head alone, and by none it would not be", async () => {
    await query("DELETE FROM audit_detail WHERE seq > 40");
    await query("DELETE FROM audit WHERE seq > 40");
    expect((await db.verifyAudit([])).firstBad).toBeNull();
    expect((await db.verifyAudit(await heads())).firstBad).toEqual({ seq: 41, problem: "CUT_OFF" });
    await restore();
  });

  it("P-5: a head is written down once a day and when something was added; a broken line of the file is passed over", async () => {
    expect(await exportHead(parts())).toBe(false);
    clock.advance(86_400_000);
    expect(await exportHead(parts())).toBe(false);
    await add(1);
    expect(await exportHead(parts())).toBe(true);
    expect((await heads()).at(-1)?.seq).toBe(ROWS + 1);
    expect(await readHeads(join(folder, "nowhere"))).toEqual([]);
    expect((await db.verifyAudit(await heads())).firstBad).toBeNull();
  });

  it("F82: pages of the record, newest first, by action, actor, object and time", async () => {
    const page = (filter: object, first = 100, after: string | null = null) =>
      db.read.of(auditStore).page(filter, { first, after });
    expect((await page({ action: "request.close" })).rows).toHaveLength(12);
    expect((await page({ area: "request" })).rows).toHaveLength(ROWS + 1);
    expect((await page({ area: "re_uest" })).rows).toEqual([]);
    expect((await page({ actorId: "acc_none" })).rows).toEqual([]);
    expect((await page({ objectId: "pln_29" })).rows.map(({ seq }) => seq)).toEqual([60, 30]);
    expect((await page({ from: NOW + 28, to: NOW + 29 })).rows.map(({ seq }) => seq)).toEqual([59, 29]);
    const first = await page({}, 2);
    expect(first.rows.map(({ seq }) => seq)).toEqual([61, 60]);
    expect((await page({}, 2, first.endCursor)).rows.map(({ seq }) => seq)).toEqual([59, 58]);
    expect(await db.read.of(auditStore).count({ action: "request.close" })).toBe(12);
  });
});
