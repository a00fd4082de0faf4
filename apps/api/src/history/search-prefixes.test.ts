/** A database whose search index was made with fewer beginnings of words finds all it found before (F41). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testOptions } from "../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../tests/support/test-agreements.js";
import { createTestApi } from "../../../../tests/support/test-api.js";
import { type Database, openDatabase } from "../kernel/db/index.js";
import { connectSqlite } from "../kernel/db/sqlite/connect.js";
import { SEARCH_SQLITE } from "./workspace.js";

const folder = mkdtempSync(join(tmpdir(), "accord-search-"));
const url = `sqlite:${join(folder, "accord.sqlite")}`;
let db: Database;
beforeAll(async () => {
  db = await openDatabase(testOptions(url));
  await db.migrate();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

it("F41: requests of before are found after the index is made anew", async () => {
  const api = await createTestApi({ db });
  const customer = await api.person();
  const { planId } = await makeAgreement(api, [customer], { incidents: null, programmeId: "visual-studio-enterprise" });
  const { confirmation } = await openRequest(customer, planId, { title: "Replication stops at midnight" });

  const before = await connectSqlite(join(folder, "accord.sqlite"), "writer");
  await before.source.query(`DROP TABLE "request_search"`);
  await before.source.query(`DROP TABLE "request_search_content"`);
  await before.source.query(SEARCH_SQLITE);
  await before.source.query(`DELETE FROM schema_migration WHERE name = 'SearchPrefixes1795400008500'`);
  await before.source.destroy();
  await db.migrate();

  const after = await connectSqlite(join(folder, "accord.sqlite"), "reader");
  const found = (word: string) =>
    after.sql.all(`SELECT request_id FROM request_search WHERE request_search MATCH ?`, [`"${word}"*`]);
  expect(await found("replic")).toEqual([{ request_id: confirmation.requestId }]);
  expect(await found("replaced")).toEqual([]);
  await after.source.destroy();
});
