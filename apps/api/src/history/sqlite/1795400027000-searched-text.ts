/** SQLite: folded copies, and a search index that takes the words as the domain cuts them. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { fillSearch } from "../fill-search.js";
import { foldTexts, SEARCHED_TEXT } from "../searched-text.js";

/** `ascii` parts at spaces alone: every sign beyond ASCII stays in its word, vowel signs of unspaced scripts among them. */
const SEARCH = `CREATE VIRTUAL TABLE "request_search" USING fts5 (
  request_id UNINDEXED, words, content='', contentless_delete=1, contentless_unindexed=1, detail='none',
  prefix='2 3 4 5 6 7 8', tokenize='ascii')`;

export class SearchedText1795400027000 implements MigrationInterface {
  readonly name = "SearchedText1795400027000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SEARCHED_TEXT) await runner.query(statement);
    await foldTexts(runner, (text) => `${text} GLOB '*[^' || char(1) || '-' || char(127) || ']*'`);
    await runner.query(`DROP TABLE "request_search"`);
    // This SQLite forgets the table that keeps the unindexed column when it drops such an index.
    await runner.query(`DROP TABLE IF EXISTS "request_search_content"`);
    await runner.query(SEARCH);
    await fillSearch(runner, (requestId, words) =>
      runner.query(`INSERT INTO request_search (request_id, words) VALUES (?, ?)`, [requestId, words.join(" ")]),
    );
  }

  /** An index with other words would find less: nothing is to be undone. */
  async down(): Promise<void> {
    throw new Error("searched text is not undone");
  }
}
