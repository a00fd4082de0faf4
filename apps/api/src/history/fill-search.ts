/** Puts the requests that are there already into the new search index, some hundred at a time. */
import type { QueryRunner } from "typeorm";
import { wordsOf } from "../kernel/db/search-words.js";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
}

const RUN = 500;

/** `insert` puts one request's words into the index. */
export const fillSearch = async (
  runner: QueryRunner,
  insert: (requestId: string, words: readonly string[]) => Promise<unknown>,
): Promise<void> => {
  for (let after = ""; ; ) {
    // An id holds no quote: it was made by us.
    const text = `SELECT "id", "number", "title", "description" FROM "support_request" WHERE "id" > '${after}' ORDER BY "id" LIMIT ${RUN}`;
    const rows = (await runner.query(text)) as Row[];
    for (const row of rows) await insert(row.id, wordsOf(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < RUN) return;
    after = last.id;
  }
};
