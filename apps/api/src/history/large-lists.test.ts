/** Lists and searches at 100,000 requests read by an index, on both databases (F41, K8). */
import { EVERYTHING_OPEN } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases, silentLog } from "../../../../tests/support/databases.js";
import { CATALOGUE, makeAccount, NOW } from "../../../../tests/support/storage-world.js";
import { connectPostgres } from "../kernel/db/postgres/connect.js";
import type { Sql, SqlValue } from "../kernel/db/sql.js";
import { connectSqlite } from "../kernel/db/sqlite/connect.js";
import { sqliteFile } from "../kernel/db/sqlite-file.js";
import { catalogueStore } from "../modules/catalogue/module.js";
import { createQueueReads } from "../modules/desk/module.js";
import { createRequestReads } from "../modules/requests/module.js";

const SOME = 100_000;
const HOLDERS = 1000;

const NUMBERS = {
  sqlite: `(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${SOME}) SELECT i FROM n) n`,
  postgres: `generate_series(0, ${SOME - 1}) AS n(i)`,
};
const ACCOUNT = `'acc_' || CAST(n.i % ${HOLDERS} AS text)`;
const ID = `CAST(100000 + n.i AS text)`;
const FILL: readonly string[] = [
  `INSERT INTO account (id, kind, is_guest, given_name, family_name, email, email_folded, is_email_proven, created_at, updated_at)
   SELECT ${ACCOUNT}, 'WORK', 0, 'A', 'B', 'x', ${ID}, 1, 1, 1 FROM {n} WHERE n.i < ${HOLDERS}`,
  `INSERT INTO support_request (id, number, title, description, search_text, product_version_id, category_id, problem_id, severity,
   support_24x7, country, time_zone, status, is_open, submitter_id, created_at, updated_at, first_response_due_at, near_breach_at, first_responded_at)
   SELECT 'req_' || ${ID}, ${ID}, 'Replication', 'Since yesterday', ${ID} || ' replication', 'v', 'c', 'p', 'MODERATE',
   0, 'RO', 'UTC', 'NEW', 1, ${ACCOUNT}, 1, 1, ${NOW} + n.i * CAST(60000 AS bigint), ${NOW} + n.i * CAST(60000 AS bigint) - 3600000,
   CASE WHEN n.i % 100 = 0 THEN NULL ELSE 1 END FROM {n}`,
  `INSERT INTO request_contact (id, request_id, role, account_id, given_name, family_name, email, preferred_contact_method)
   SELECT 'con_' || ${ID}, 'req_' || ${ID}, 'PRIMARY', ${ACCOUNT}, 'A', 'B', 'x', 'EMAIL' FROM {n}`,
  `INSERT INTO timeline_entry (id, request_id, kind, is_from_support, is_internal, text, at, channel)
   SELECT 'evt_' || ${ID}, 'req_' || ${ID}, 'REPLY', 0, 0, 'It still fails', 1, 'PORTAL' FROM {n}`,
];

describeOnBothDatabases("large lists", (databases) => {
  let sql: Sql;
  let asked: { text: string; params: readonly SqlValue[] }[];
  beforeAll(async () => {
    const url = await databases.newUrl();
    const db = await databases.open({ url });
    await db.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    await makeAccount(db, "ana");
    const handle =
      databases.dialect === "sqlite"
        ? await connectSqlite(sqliteFile(url) ?? "", "writer")
        : await connectPostgres(url, silentLog, "writer");
    const { sql: door } = handle;
    for (const text of FILL) await door.run(text.replace("{n}", NUMBERS[databases.dialect]));
    if (databases.dialect === "postgres") await door.run("ANALYZE");
    sql = {
      dialect: databases.dialect,
      run: door.run,
      all: (text, params = []) => {
        asked.push({ text, params });
        return door.all(text, params);
      },
    };
    return () => handle.source.destroy();
  }, 240_000);

  /** How the engine reads what `ask` asks of it. */
  const plansOf = async (ask: () => Promise<unknown>): Promise<string> => {
    asked = [];
    await ask();
    const lead = databases.dialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
    const told = [];
    for (const { text, params } of [...asked]) told.push(...(await sql.all<object>(`${lead} ${text}`, params)));
    return told.map((row) => Object.values(row).join(" ")).join("\n");
  };
  const WHOLE = /SCAN (r|c|t|b)\b|Seq Scan on (support_request|request_contact|timeline_entry)/;

  it("K8: a contact's search reads the account's requests and their entries by their indexes", async () => {
    const reads = createRequestReads({ sql } as Parameters<typeof createRequestReads>[0]);
    const viewer = { id: "acc_7", provenEmail: null };
    const search = { search: "yesterday fails 8004010F" };
    const plan = await plansOf(() => reads.pageForAccount(viewer, search, { first: 20, after: null }));
    expect(plan).toMatch(/timeline_entry_by_request/);
    expect(plan).toMatch(/request_contact_bound/);
    expect(plan).not.toMatch(WHOLE);
    expect(await plansOf(() => reads.countForAccount(viewer, search))).not.toMatch(WHOLE);
    expect(
      (await reads.pageForAccount(viewer, { search: "still FAILS" }, { first: 200, after: null })).rows,
    ).toHaveLength(100);
  });

  it("K8, F73: backward, and by the last change, an account's requests are read by the same indexes", async () => {
    const reads = createRequestReads({ sql } as Parameters<typeof createRequestReads>[0]);
    for (const viewer of [
      { id: "acc_7", provenEmail: null },
      { id: "acc_7", provenEmail: "y" },
    ])
      for (const page of [
        { first: 20, after: "req_100007", isReversed: true },
        { first: 20, after: "1:req_100007", isReversed: true, isByUpdate: true },
        { first: 20, after: null, isByUpdate: true },
      ]) {
        const plan = await plansOf(() => reads.pageForAccount(viewer, {}, page));
        expect(plan).toMatch(/request_contact_bound/);
        expect(plan).not.toMatch(WHOLE);
      }
    const viewer = { id: "acc_7", provenEmail: null };
    const since = { first: 200, after: "1:req_100007", isReversed: true, isByUpdate: true };
    expect((await reads.pageForAccount(viewer, {}, since)).rows).toHaveLength(99);
    expect(await plansOf(() => reads.timeline("req_100007", { first: 20, after: null, isReversed: true }))).toMatch(
      /timeline_entry_by_request/,
    );
  });

  it("K8, F65: what is nearly due is counted and listed by the index of what nobody has answered", async () => {
    const reads = createQueueReads({ sql } as Parameters<typeof createQueueReads>[0]);
    const question = {
      viewer: { id: "acc_7", teamIds: [], isWorker: true, isLead: true },
      filter: { ...EVERYTHING_OPEN, firstResponse: ["NEAR_BREACH"] },
      statuses: null,
      productVersionIds: null,
      search: null,
      now: NOW + 600 * 60_000,
    } as const;
    expect(await plansOf(() => reads.count(question))).toMatch(/support_request_unanswered/);
    const plan = await plansOf(() => reads.page(question, { first: 50, after: null }));
    expect(plan).toMatch(/support_request_unanswered/);
    expect(plan).not.toMatch(WHOLE);
    const { rows } = await reads.page(question, { first: 50, after: null });
    expect(await reads.count(question)).toBe(rows.length);
    expect(rows).toHaveLength(1);
  });
});
