/** The package sqlite3 with promises and statements prepared once: what a careful person writes without an ORM. */
import sqlite3 from "sqlite3";

export type Row = Readonly<Record<string, string | number | null>>;
export type Value = string | number | null;

export class Sqlite {
  readonly #db: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(db: sqlite3.Database) {
    this.#db = db;
  }

  /** Opens `file`; a reader is opened read-only. Every commit of a writer is synced (FULL). */
  static async open(file: string, mode: "reader" | "writer" | "maker"): Promise<Sqlite> {
    const flags = { reader: sqlite3.OPEN_READONLY, writer: sqlite3.OPEN_READWRITE, maker: sqlite3.OPEN_READWRITE }[
      mode
    ];
    const db = await new Promise<sqlite3.Database>((done, fail) => {
      const opened: sqlite3.Database = new sqlite3.Database(file, flags, (error) =>
        error ? fail(error) : done(opened),
      );
    });
    const self = new Sqlite(db);
    await self.script("PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
    if (mode === "writer")
      await self.script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
    // The maker of data may lose everything at a power cut: the file is made anew then.
    if (mode === "maker")
      await self.script(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-1048576;",
      );
    return self;
  }

  script(sql: string): Promise<void> {
    return new Promise((done, fail) => {
      this.#db.exec(sql, (error) => (error ? fail(error) : done()));
    });
  }

  all(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    return new Promise((done, fail) => {
      this.#prepare(sql).all<Row>(values, (error, rows) => (error ? fail(error) : done(rows)));
    });
  }

  /** Rows changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return new Promise((done, fail) => {
      this.#prepare(sql).run(values, function finished(error) {
        if (error) fail(error);
        else done(this.changes);
      });
    });
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values())
      await new Promise<void>((done) => statement.finalize(() => done()));
    await new Promise<void>((done, fail) => this.#db.close((error) => (error ? fail(error) : done())));
  }

  #prepare(sql: string): sqlite3.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
