/** Triggers that make a table append-only: made by its first migration, re-made by the schema guard. */
import type { Dialect } from "./sql.js";

/** Name of each trigger and the statements that make it anew. */
export const appendOnlyTriggers = (
  dialect: Dialect,
  tables: readonly string[],
): readonly { name: string; table: string; statements: readonly string[] }[] =>
  tables.flatMap((table) =>
    (["UPDATE", "DELETE"] as const).map((verb) => {
      const name = `${table}_no_${verb.toLowerCase()}`;
      return {
        name,
        table,
        statements: dialect === "sqlite" ? onSqlite(name, table, verb) : onPostgres(name, table, verb),
      };
    }),
  );

const onSqlite = (name: string, table: string, verb: string): readonly string[] => [
  `DROP TRIGGER IF EXISTS "${name}"`,
  `CREATE TRIGGER "${name}" BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, 'append-only: ${table}'); END`,
];

/** TRUNCATE fires no row trigger: the statement trigger of DELETE stands for it too. */
const onPostgres = (name: string, table: string, verb: string): readonly string[] => [
  `CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`,
  `CREATE OR REPLACE TRIGGER "${name}" BEFORE ${verb === "DELETE" ? "DELETE OR TRUNCATE" : verb} ON "${table}"
   FOR EACH STATEMENT EXECUTE FUNCTION append_only()`,
];
