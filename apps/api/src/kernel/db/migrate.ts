/** Schema versions: what this program knows against what the database has (U-2, U-5, U-7). */
import type { DataSource } from "typeorm";
import { ConfigError } from "../config-error.js";
import { hasTable, refuseClosed } from "./closure.js";
import { MigrationFailed } from "./errors.js";
import type { Sql } from "./sql.js";

export const MIGRATIONS_TABLE = "schema_migration";

/** Migrations the database has been through, oldest first; none where it has no schema yet. */
export const doneMigrations = async (sql: Sql): Promise<string[]> => {
  if (!(await hasTable(sql, MIGRATIONS_TABLE))) return [];
  return (await sql.all<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)).map((row) => row.name);
};

const knownMigrations = (source: DataSource): string[] =>
  source.migrations.map((one) => one.name ?? one.constructor.name);

export const pendingMigrations = async (source: DataSource, sql: Sql): Promise<string[]> => {
  const done = new Set(await doneMigrations(sql));
  return knownMigrations(source).filter((name) => !done.has(name));
};

/** Throws MigrationFailed when a newer program has migrated the database. */
const refuseNewerSchema = async (source: DataSource, sql: Sql): Promise<void> => {
  const known = new Set(knownMigrations(source));
  const newer = (await doneMigrations(sql)).filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new MigrationFailed(`the database belongs to a newer version of Accord (${newer.join(", ")})`);
};

/** Throws ConfigError where the database is closed, MigrationFailed where a newer program has migrated it. */
export const refuseToMigrate = async (source: DataSource, sql: Sql, isBeingFilled = false): Promise<void> => {
  if (!isBeingFilled) await refuseClosed(sql);
  await refuseNewerSchema(source, sql);
};

/** The same, and MigrationFailed where it is not at this version. */
export const refuseUnfit = async (source: DataSource, sql: Sql, isBeingFilled = false): Promise<void> => {
  await refuseToMigrate(source, sql, isBeingFilled);
  const pending = await pendingMigrations(source, sql);
  if (pending.length > 0)
    throw new MigrationFailed(`the database is not at this version: run accord migrate (${pending.join(", ")})`);
};

export const asMigrationFailed = (error: unknown): Error =>
  error instanceof MigrationFailed || error instanceof ConfigError
    ? error
    : new MigrationFailed(
        `the schema could not be migrated: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
