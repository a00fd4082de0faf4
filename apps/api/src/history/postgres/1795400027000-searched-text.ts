/** PostgreSQL: folded copies, and the words of requests as the domain cuts them. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { fillSearch } from "../fill-search.js";
import { foldTexts, SEARCHED_TEXT } from "../searched-text.js";

export class SearchedText1795400027000 implements MigrationInterface {
  readonly name = "SearchedText1795400027000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SEARCHED_TEXT) await runner.query(inByteOrder(statement));
    await foldTexts(runner, (text) => `${text} ~ '[^\\x01-\\x7f]'`);
    await runner.query(`DELETE FROM request_search`);
    await fillSearch(runner, (requestId, words) =>
      runner.query(`INSERT INTO request_search (request_id, words) VALUES ($1, array_to_tsvector($2::text[]))`, [
        requestId,
        words,
      ]),
    );
  }

  /** An index with other words would find less: nothing is to be undone. */
  async down(): Promise<void> {
    throw new Error("searched text is not undone");
  }
}
