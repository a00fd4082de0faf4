/** Schema versions: what this program knows against what the database has (U-2, U-5, U-7). */
import type { DataSource } from "typeorm";
import { MigrationFailed } from "./errors.js";
import type { Sql } from "./sql.js";

export const MIGRATIONS_TABLE = "schema_migration";

const HAS_TABLE = {
  sqlite: `SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?`,
  postgres: `SELECT 1 AS found FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?`,
} as const;

/** Migrations the database has been through, oldest first; none where it has no schema yet. */
export const doneMigrations = async (sql: Sql): Promise<string[]> => {
  const found = await sql.all(HAS_TABLE[sql.dialect], [MIGRATIONS_TABLE]);
  if (found.length === 0) return [];
  return (await sql.all<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)).map((row) => row.name);
};

const knownMigrations = (source: DataSource): string[] =>
  source.migrations.map((one) => one.name ?? one.constructor.name);

export const pendingMigrations = async (source: DataSource, sql: Sql): Promise<string[]> => {
  const done = new Set(await doneMigrations(sql));
  return knownMigrations(source).filter((name) => !done.has(name));
};

/** Throws MigrationFailed when a newer program has migrated the database. */
export const refuseNewerSchema = async (source: DataSource, sql: Sql): Promise<void> => {
  const known = new Set(knownMigrations(source));
  const newer = (await doneMigrations(sql)).filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new MigrationFailed(`the database belongs to a newer version of Accord (${newer.join(", ")})`);
};

export const asMigrationFailed = (error: unknown): MigrationFailed =>
  error instanceof MigrationFailed
    ? error
    : new MigrationFailed(
        `the schema could not be migrated: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
