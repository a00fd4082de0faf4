/** SQLite connections as TypeORM DataSources and as our SQL door: TypeORM for schema and cold stores, the door for the rest. */
import { DataSource } from "typeorm";
import { mapDriverError } from "../driver-errors.js";
import { MIGRATIONS_TABLE } from "../migrate.js";
import { quietLogger } from "../quiet-logger.js";
import type { Sql } from "../sql.js";
import { NO_STORAGE, type StoragePart } from "../storage-part.js";
import { OPEN_READONLY, quietDriver, type SqliteConnection } from "./driver.js";

export interface SqliteHandle {
  readonly source: DataSource;
  readonly connection: SqliteConnection;
  readonly sql: Sql;
  /** Once every statement that was asked for has been answered: SQLite closes nothing under one that runs. */
  close(): Promise<void>;
}

/** Opens `file`; a reader refuses every write. Throws UnavailableError when it cannot be opened. */
export const connectSqlite = async (
  file: string,
  mode: "writer" | "reader",
  modules: StoragePart = NO_STORAGE,
): Promise<SqliteHandle> => {
  const source = new DataSource({
    type: "sqlite",
    database: file,
    driver: quietDriver,
    ...(mode === "reader" ? { flags: OPEN_READONLY } : {}),
    entities: [...modules.tables],
    migrations: [...(modules.sqliteMigrations ?? [])],
    migrationsTableName: MIGRATIONS_TABLE,
    invalidWhereValuesBehavior: { null: "throw", undefined: "throw" },
    logging: false,
    logger: quietLogger,
  });
  try {
    await source.initialize();
  } catch (error) {
    throw mapDriverError(error);
  }
  const connection = (source.driver as unknown as { readonly databaseConnection: SqliteConnection }).databaseConnection;
  const settled = watchStatements(connection);
  const close = async (): Promise<void> => {
    await settled();
    await source.destroy();
  };
  return { source, connection, sql: sqlOf(connection), close };
};

/** Counts statements, TypeORM's and our own; the answer waits until none runs. */
const watchStatements = (connection: SqliteConnection): (() => Promise<void>) => {
  let running = 0;
  for (const verb of ["all", "run"] as const) {
    const ask = connection[verb].bind(connection) as (...args: unknown[]) => unknown;
    const watched = (...args: unknown[]): unknown => {
      const answer = args.at(-1);
      if (typeof answer !== "function") return ask(...args);
      running += 1;
      const counted = function (this: unknown, ...results: unknown[]): unknown {
        running -= 1;
        return answer.apply(this, results);
      };
      return ask(...args.slice(0, -1), counted);
    };
    Object.assign(connection, { [verb]: watched });
  }
  return async () => {
    // What an answer leads to is asked for before the next turn of the event loop.
    do await new Promise((resolve) => setImmediate(resolve));
    while (running > 0);
  };
};

const sqlOf = (connection: SqliteConnection): Sql => ({
  dialect: "sqlite",
  all: <Row>(text: string, params: readonly unknown[] = []) =>
    new Promise<Row[]>((resolve, reject) => {
      connection.all(text, params, (error: Error | null, rows: Row[]) =>
        error ? reject(mapDriverError(error)) : resolve(rows),
      );
    }),
  run: (text, params = []) =>
    new Promise<number>((resolve, reject) => {
      connection.run(text, params, function (this: { readonly changes: number }, error: Error | null) {
        if (error) reject(mapDriverError(error));
        else resolve(this.changes);
      });
    }),
});
