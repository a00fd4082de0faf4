/** Puts the requests that are there already into the new search index, some hundred at a time. */
import type { QueryRunner } from "typeorm";
import { wordsOf } from "../kernel/db/search-words.js";
import type { Dialect } from "../kernel/db/sql.js";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
}

const RUN = 500;
const INTO = {
  sqlite: {
    insert: `INSERT INTO request_search (request_id, words) VALUES (?, ?)`,
    write: (words: readonly string[]): unknown => words.join(" "),
  },
  postgres: {
    insert: `INSERT INTO request_search (request_id, words) VALUES ($1, array_to_tsvector($2::text[]))`,
    write: (words: readonly string[]): unknown => words,
  },
};

export const fillSearch = async (runner: QueryRunner, dialect: Dialect): Promise<void> => {
  const { insert, write } = INTO[dialect];
  for (let after = ""; ; ) {
    // An id holds no quote: it was made by us.
    const text = `SELECT "id", "number", "title", "description" FROM "support_request" WHERE "id" > '${after}' ORDER BY "id" LIMIT ${RUN}`;
    const rows = (await runner.query(text)) as Row[];
    for (const row of rows) await runner.query(insert, [row.id, write(wordsOf(row))]);
    const last = rows.at(-1);
    if (last === undefined || rows.length < RUN) return;
    after = last.id;
  }
};
