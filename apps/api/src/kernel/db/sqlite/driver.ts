/**
 * The only file that names the SQLite driver: sqlite3 without its verbose mode, with PRAGMAs at the opening,
 * BEGIN IMMEDIATE for TypeORM's BEGIN, and at most 200 prepared statements kept by their text.
 */
import sqlite3 from "sqlite3";

type Handler = (this: unknown, error: Error | null, rows?: unknown[]) => void;
type Params = readonly unknown[];
interface Prepared {
  run(params: Params, handler: Handler): unknown;
  all(params: Params, handler: Handler): unknown;
  finalize(): unknown;
}

const CACHEABLE = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
const CACHE_LIMIT = 200;

/** How often, and after how long, a connection asks again for what another one holds while both are opened. */
const SETTLE_TRIES = 50;
const SETTLE_AGAIN_MS = 100;

const COMMON_PRAGMAS = [
  "PRAGMA busy_timeout = 5000",
  "PRAGMA foreign_keys = ON",
  "PRAGMA trusted_schema = OFF",
  "PRAGMA temp_store = MEMORY",
  "PRAGMA cache_size = -32768",
];
const WRITER_PRAGMAS = [
  ...COMMON_PRAGMAS,
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA secure_delete = ON",
  "PRAGMA wal_autocheckpoint = 1000",
];
const READER_PRAGMAS = [...COMMON_PRAGMAS, "PRAGMA query_only = ON", "PRAGMA mmap_size = 268435456"];

/** A connection that keeps its prepared statements. TypeORM and the stores use nothing but `run`, `all` and `exec`. */
export class SqliteConnection extends sqlite3.Database {
  readonly #statements = new Map<string, Promise<Prepared>>();

  constructor(file: string, ...rest: unknown[]) {
    const flags =
      typeof rest[0] === "number" ? rest[0] : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX;
    const opened = rest.find((one): one is (error: Error | null) => void => typeof one === "function");
    // Without the PRAGMAs the connection must not be used: their failure is the failure of the opening.
    super(file, flags, (error) => {
      if (error) return opened?.(error);
      const pragmas = flags & sqlite3.OPEN_READONLY ? READER_PRAGMAS : WRITER_PRAGMAS;
      this.#settle(`${pragmas.join(";\n")};`, SETTLE_TRIES, (failure) => opened?.(failure));
    });
  }

  /**
   * Runs the PRAGMAs. Two connections that turn the same new file to WAL at once stand in each other's way, and SQLite says so
   * without waiting its busy timeout: the later one asks again.
   */
  #settle(script: string, tries: number, done: (failure: Error | null) => void): void {
    this.exec(script, (failure: (Error & { readonly code?: string }) | null) => {
      if (failure?.code !== "SQLITE_BUSY" || tries <= 1) return done(failure);
      setTimeout(() => this.#settle(script, tries - 1, done), SETTLE_AGAIN_MS);
    });
  }

  override run(text: string, ...rest: unknown[]): this {
    return this.#prepared("run", text, rest);
  }

  override all(text: string, ...rest: unknown[]): this {
    return this.#prepared("all", text, rest);
  }

  override close(callback?: (error: Error | null) => void): void {
    const statements = [...this.#statements.values()];
    this.#statements.clear();
    // An unfinalised statement would make the closing fail with SQLITE_BUSY.
    void Promise.allSettled(statements).then((settled) => {
      for (const one of settled) if (one.status === "fulfilled") one.value.finalize();
      super.close(callback);
    });
  }

  #prepared(verb: "run" | "all", asked: string, rest: readonly unknown[]): this {
    const handler = rest.find((one): one is Handler => typeof one === "function") ?? (() => undefined);
    const params = Array.isArray(rest[0]) ? rest[0] : [];
    const text = asked === "BEGIN TRANSACTION" ? "BEGIN IMMEDIATE" : asked;
    if (!CACHEABLE.test(text)) {
      if (verb === "run") return super.run(text, params, handler);
      return super.all(text, params, handler);
    }
    this.#statement(text).then(
      (statement) => statement[verb](params, handler),
      (error: Error) => handler.call(undefined, error),
    );
    return this;
  }

  #statement(text: string): Promise<Prepared> {
    const known = this.#statements.get(text);
    if (known !== undefined) {
      this.#statements.delete(text);
      this.#statements.set(text, known);
      return known;
    }
    const made = new Promise<Prepared>((resolve, reject) => {
      const statement = this.prepare(text, (error: Error | null) =>
        error ? reject(error) : resolve(statement as unknown as Prepared),
      );
    });
    made.catch(() => this.#statements.delete(text));
    this.#statements.set(text, made);
    this.#evict();
    return made;
  }

  #evict(): void {
    const oldest = this.#statements.size > CACHE_LIMIT ? this.#statements.entries().next().value : undefined;
    if (oldest === undefined) return;
    this.#statements.delete(oldest[0]);
    void oldest[1].then((statement) => statement.finalize()).catch(() => undefined);
  }
}

export const OPEN_READONLY = sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX;

/** What TypeORM takes for the module `sqlite3`: TypeORM always asks for `verbose()`, which costs a stack trace a statement. */
export const quietDriver: object = Object.assign(Object.create(sqlite3) as object, {
  Database: SqliteConnection,
  verbose(): object {
    return quietDriver;
  },
});
