/** PostgreSQL pools as TypeORM DataSources and as our SQL door: named statements, generic plans. */
import type { Client, ClientConfig } from "pg";
import { DataSource } from "typeorm";
import type { DatabaseLog } from "../database.js";
import { mapDriverError } from "../driver-errors.js";
import { MIGRATIONS_TABLE } from "../migrate.js";
import { quietLogger } from "../quiet-logger.js";
import { type Sql, toNumbered, type WriterSql } from "../sql.js";
import { NO_STORAGE, type StoragePart } from "../storage-part.js";
import { inByteOrder } from "./byte-order.js";

/** The part of a pg client or pool we use. */
export interface PostgresClient {
  query(query: {
    name?: string;
    text: string;
    values?: readonly unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

export interface PostgresHandle {
  readonly source: DataSource;
  readonly sql: Sql;
}

const INT8 = 20;
const textParser = (value: string): string => value;

/** Our bigints are instants and sequences, far below 2^53. */
const parsers = async () => {
  const pgTypes = (await import("pg")).default.types;
  return {
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      oid === INT8 ? Number : (pgTypes.getTypeParser(oid, format) ?? textParser),
  };
};

/** Connects to `url`. Throws UnavailableError when the server cannot be reached. */
export const connectPostgres = async (
  url: string,
  log: DatabaseLog,
  mode: "writer" | "reader",
  modules: StoragePart = NO_STORAGE,
): Promise<PostgresHandle> => {
  const source = new DataSource({
    type: "postgres",
    url,
    entities: inByteOrder([...modules.tables]),
    migrations: mode === "writer" ? [...(modules.postgresMigrations ?? [])] : [],
    migrationsTableName: MIGRATIONS_TABLE,
    invalidWhereValuesBehavior: { null: "throw", undefined: "throw" },
    logging: false,
    logger: quietLogger,
    applicationName: "accord",
    poolSize: 10,
    // A server that restarts ends idle connections: the pool replaces them, the process lives on (C-9).
    poolErrorHandler: (error: unknown) => log.warn({ err: String(error) }, "a database connection was lost"),
    extra: {
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      options: `-c plan_cache_mode=force_generic_plan -c lock_timeout=5000 -c statement_timeout=30000${mode === "reader" ? " -c default_transaction_read_only=on" : ""}`,
      types: await parsers(),
    },
  });
  try {
    await source.initialize();
  } catch (error) {
    throw mapDriverError(error);
  }
  const pool = (source.driver as unknown as { readonly master: PostgresClient }).master;
  return { source, sql: sqlOf(pool) };
};

/** A connection of its own, not of the pool: LISTEN lasts as long as it does. */
export const listeningClient = async (url: string): Promise<InstanceType<typeof Client>> => {
  const pg = (await import("pg")).default;
  return new pg.Client({ connectionString: url, application_name: "accord-listener", keepAlive: true });
};

/** A connection of its own that may take as long as it takes: for reading or writing everything. Throws UnavailableError. */
export const patientClient = async (url: string): Promise<InstanceType<typeof Client>> => {
  const pg = (await import("pg")).default;
  const client = new pg.Client({
    connectionString: url,
    application_name: "accord-archive",
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    options: "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=5000",
    types: (await parsers()) as ClientConfig["types"],
  });
  // What is asked next says so; unheard it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw mapDriverError(error);
  }
  return client;
};

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, known);
  return known;
};

export const sqlOf = (client: PostgresClient): WriterSql => {
  const ask = async (
    text: string,
    values: readonly unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number | null }> => {
    try {
      return await client.query({ name: nameOf(text), text: toNumbered(text), values });
    } catch (error) {
      throw mapDriverError(error);
    }
  };
  return {
    dialect: "postgres",
    all: async <Row>(text: string, params: readonly unknown[] = []) => (await ask(text, params)).rows as Row[],
    run: async (text, params = []) => (await ask(text, params)).rowCount ?? 0,
    runAll: async (statements) => {
      for (const { text, params } of statements) await ask(text, params);
    },
  };
};
