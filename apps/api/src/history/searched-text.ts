/** Text as it is searched: a folded copy beside what lower case alone does not fold, and the words of requests anew (K8). By hand; frozen: a later change is a later migration. */
import { foldedUnlessPlain, foldText } from "@accord/domain";
import type { QueryRunner } from "typeorm";

/** Each column stands on a line of its own, as in the first migration. */
export const SEARCHED_TEXT: readonly string[] = [
  ["account", "name_folded"],
  ["agreement_recipient", "name_folded"],
  ["agreement_import_row", "recipient_name_folded"],
  ["support_request", "description_folded"],
  ["timeline_entry", "text_folded"],
].map(([table, column]) => `ALTER TABLE "${table}" ADD COLUMN\n    "${column}" text`);

interface Copy {
  readonly table: string;
  readonly keys: readonly string[];
  /** What is folded, as SQL. */
  readonly from: string;
  readonly to: string;
  readonly fold: (text: string) => string | null;
}

const COPIES: readonly Copy[] = [
  { table: "account", keys: ["id"], from: `"given_name" || ' ' || "family_name"`, to: "name_folded" },
  { table: "agreement_recipient", keys: ["plan_id"], from: `"name"`, to: "name_folded" },
  {
    table: "agreement_import_row",
    keys: ["import_id", "line"],
    from: `"recipient_name"`,
    to: "recipient_name_folded",
  },
  { table: "support_request", keys: ["id"], from: `"description"`, to: "description_folded" },
  { table: "timeline_entry", keys: ["id"], from: `"text"`, to: "text_folded" },
].map((copy) => ({ ...copy, fold: foldedUnlessPlain }));
const TITLES: Copy = {
  table: "support_request",
  keys: ["id"],
  from: `"number" || ' ' || "title"`,
  to: "search_text",
  fold: foldText,
};

interface Row extends Record<string, unknown> {
  readonly text: string;
}

const RUN = 500;

/** Folds what holds more than ASCII, some hundred rows at a time; `hasLetters` is the engine's word for those. */
export const foldTexts = async (runner: QueryRunner, hasLetters: (column: string) => string): Promise<void> => {
  for (const copy of [...COPIES, TITLES]) {
    const keys = copy.keys.map((key) => `"${key}"`);
    for (let after: readonly unknown[] | null = null; ; ) {
      const beyond: string =
        after === null ? "" : `AND (${keys.join(", ")}) > (${keys.map((_, place) => `$${place + 1}`).join(", ")})`;
      const rows = (await runner.query(
        `SELECT ${keys.join(", ")}, ${copy.from} AS "text" FROM "${copy.table}"
         WHERE ${hasLetters(`(${copy.from})`)} ${beyond} ORDER BY ${keys.join(", ")} LIMIT ${RUN}`,
        after === null ? [] : [...after],
      )) as Row[];
      // In the order of their first appearance: SQLite binds by that, PostgreSQL by number.
      const put = `UPDATE "${copy.table}" SET "${copy.to}" = $1 WHERE ${keys.map((key, place) => `${key} = $${place + 2}`).join(" AND ")}`;
      for (const row of rows) await runner.query(put, [copy.fold(row.text), ...copy.keys.map((key) => row[key])]);
      const last = rows.at(-1);
      if (last === undefined || rows.length < RUN) break;
      after = copy.keys.map((key) => last[key]);
    }
  }
};
