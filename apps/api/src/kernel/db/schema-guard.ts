/** What the schema must hold at every boot (D-7): a table rebuild drops triggers without a word. */

import { appendOnlyTriggers } from "./append-only.js";
import type { Breach } from "./breach.js";
import { first, type Sql } from "./sql.js";
import type { StoragePart } from "./storage-part.js";

/** First SQLite without the WAL-reset race (D-5). */
const SQLITE_FLOOR = [3, 51, 3] as const;

/** Makes the append-only triggers anew, whatever a migration left of them. */
export const makeTriggers = async (
  { dialect }: Pick<Sql, "dialect">,
  { appendOnly = [] }: StoragePart,
  execute: (statement: string) => Promise<unknown>,
): Promise<void> => {
  for (const trigger of appendOnlyTriggers(dialect, appendOnly))
    for (const statement of trigger.statements) await execute(statement);
};

/** Names of constraints and indexes as the tables declare them: the checked-in list. */
export const requiredNames = (modules: StoragePart): string[] =>
  modules.tables
    .flatMap(({ options }) => [
      ...(options.checks ?? []).map((one) => one.name),
      ...(options.uniques ?? []).map((one) => one.name),
      ...(options.indices ?? []).map((one) => one.name),
      ...(options.foreignKeys ?? []).map((one) => one.name),
    ])
    .filter((name): name is string => name !== undefined);

/** The search index is no table of TypeORM's: each engine has its own kind. */
const searchNames = (dialect: Sql["dialect"]): string[] =>
  dialect === "sqlite" ? ["request_search"] : ["request_search_words", "request_search_request"];

const liveNames = async (sql: Sql): Promise<Set<string>> => {
  if (sql.dialect === "sqlite") {
    const rows = await sql.all<{ name: string; sql: string | null }>(`SELECT name, sql FROM sqlite_master`);
    const constraints = rows.flatMap((row) =>
      [...(row.sql ?? "").matchAll(/CONSTRAINT "(\w+)"/g)].map((found) => found[1] ?? ""),
    );
    return new Set([...rows.map((row) => row.name), ...constraints]);
  }
  const rows = await sql.all<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
     UNION SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
     UNION SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled <> 'D' AND NOT t.tgisinternal`,
  );
  return new Set(rows.map((row) => row.name));
};

/** Everything of the schema and the connection that is not as it must be. `sql` is the writer. */
export const checkSchema = async (sql: Sql, modules: StoragePart): Promise<Breach[]> => {
  const live = await liveNames(sql);
  const required = [
    ...requiredNames(modules),
    ...searchNames(sql.dialect),
    ...appendOnlyTriggers(sql.dialect, modules.appendOnly ?? []).map((trigger) => trigger.name),
  ];
  const missing = required.filter((name) => !live.has(name)).map((name) => `${name} is missing`);
  const settings = sql.dialect === "sqlite" ? await checkSqliteSettings(sql) : await checkPostgresSettings(sql);
  return [...missing, ...settings].map((message) => ({ check: "V8", message }));
};

const checkSqliteSettings = async (sql: Sql): Promise<string[]> => {
  const read = async (pragma: string): Promise<number> =>
    Number(Object.values((await first<Record<string, unknown>>(sql, `PRAGMA ${pragma}`, [])) ?? {})[0]);
  const version = String(
    (await first<{ version: string }>(sql, `SELECT sqlite_version() AS version`, []))?.version ?? "",
  );
  const problems: string[] = [];
  if ((await read("foreign_keys")) !== 1) problems.push("foreign_keys is off");
  if ((await read("synchronous")) < 2) problems.push("synchronous is below FULL");
  if (!isAtLeast(version, SQLITE_FLOOR)) problems.push(`SQLite ${version} is older than ${SQLITE_FLOOR.join(".")}`);
  return problems;
};

const checkPostgresSettings = async (sql: Sql): Promise<string[]> => {
  const row = await first<{ setting: string }>(sql, `SELECT current_setting('synchronous_commit') AS setting`, []);
  return row?.setting === "off" ? ["synchronous_commit is off"] : [];
};

export const isAtLeast = (version: string, floor: readonly number[]): boolean => {
  const parts = version.split(".").map(Number);
  for (const [position, wanted] of floor.entries()) {
    const part = parts[position] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
};
