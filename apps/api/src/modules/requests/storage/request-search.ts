/** The search index of requests, written by the store that writes requests: SQLite FTS5, PostgreSQL tsvector, the words cut by us (F41). */
import { searchedWords } from "@accord/domain";
import { pick } from "../../../kernel/db/row-shape.js";
import { selectRows } from "../../../kernel/db/rows.js";
import { wordsOf } from "../../../kernel/db/search-words.js";
import { asList, isInList, type Sql, type SqlValue, type TransactionSql } from "../../../kernel/db/sql.js";
import { type StoreKey, writesOnly } from "../../../kernel/db/storage-part.js";
import { supportRequestTable } from "./support-request.table.js";

/** A search looks through the newest so many that hold its words. */
export const MOST_FOUND = 10_000;

export interface Searched {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
}

const SEARCHED = pick(supportRequestTable, ["id", "number", "title", "description"]);

/** Adds a new request to the index, with the other statements of its unit. */
export const indexRequest = (sql: TransactionSql, request: Searched): void => {
  const words = wordsOf(request);
  if (sql.dialect === "sqlite")
    sql.later(`INSERT INTO request_search (request_id, words) VALUES (?, ?)`, [request.id, words.join(" ")]);
  else sql.later(INSERT_POSTGRES, [request.id, asList(words)]);
};

/** Puts requests whose text has changed into the index anew; of what they said before nothing is left in it. */
export const indexAnew = async (sql: TransactionSql, requests: readonly Searched[]): Promise<void> => {
  await sql.run(`DELETE FROM request_search WHERE ${isInList(sql.dialect, "request_id")}`, [
    asList(requests.map(({ id }) => id)),
  ]);
  for (const request of requests) indexRequest(sql, request);
  // A word that was deleted stays in the segments of FTS5 until they are made one.
  if (sql.dialect === "sqlite") sql.later(`INSERT INTO request_search (request_search) VALUES ('optimize')`, []);
};

const INSERT_POSTGRES = `INSERT INTO request_search (request_id, words)
  VALUES (?, array_to_tsvector(ARRAY(SELECT json_array_elements_text(CAST(? AS json)))))`;

/** SELECT of the ids of requests that hold every word of `search` at the beginning of one of theirs. */
export const foundBy = (sql: Sql, search: string): { readonly text: string; readonly params: readonly SqlValue[] } => {
  const words = searchedWords(search);
  if (words.length === 0) return { text: "SELECT CAST(NULL AS text) WHERE 1 = 0", params: [] };
  if (sql.dialect === "sqlite") {
    const text = `SELECT request_id FROM request_search WHERE request_search MATCH ? ORDER BY rowid DESC LIMIT ${MOST_FOUND}`;
    return { text, params: [words.map((word) => `"${word}"*`).join(" AND ")] };
  }
  const text = `SELECT request_id FROM request_search WHERE words @@ CAST(? AS tsquery) ORDER BY request_id DESC LIMIT ${MOST_FOUND}`;
  return { text, params: [words.map((word) => `'${word}':*`).join(" & ")] };
};

export interface SearchIndexWrites {
  /** Makes the index anew of the requests that are there. */
  makeAnew(): Promise<void>;
}

const AT_ONCE = 500;

export const searchIndexStore: StoreKey<object, SearchIndexWrites> = writesOnly(({ sql }) => ({
  makeAnew: async () => {
    await sql.run(`DELETE FROM request_search`);
    for (let after = ""; ; ) {
      const rows = await selectRows(sql, SEARCHED, `FROM support_request WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`, [
        after,
      ]);
      for (const row of rows) indexRequest(sql, row);
      if (rows.length < AT_ONCE) return;
      after = rows.at(-1)?.id ?? after;
    }
  },
}));
