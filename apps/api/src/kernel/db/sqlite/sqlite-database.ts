/** SQLite: one writer with group commit, two read-only connections (D-1, D-2). One server process a file. */

import type { AuditHead } from "../../audit/audit.store.js";
import { writeAuditEntries } from "../../audit/audit.store.js";
import { type AuditCheck, walkAuditChain } from "../../audit/audit-chain.js";
import type { AuditEntry } from "../../audit/audit-entry.js";
import type { Breach } from "../breach.js";
import { type Change, type Listener, Publisher } from "../changes.js";
import type { Database, OpenOptions, ReadStores, Snapshot, TransactionOptions, WriteStores } from "../database.js";
import { mapDriverError } from "../driver-errors.js";
import { MigrationFailed, QUEUE_LIMIT, UnavailableError } from "../errors.js";
import { asMigrationFailed, pendingMigrations, refuseToMigrate, refuseUnfit } from "../migrate.js";
import { createPairCipher } from "../pair-cipher.js";
import { createReadPool } from "../read-pool.js";
import { answerOf, runInTransaction, type TransactionConnection } from "../run-transaction.js";
import { checkSchema, makeTriggers } from "../schema-guard.js";
import { ProgrammeCache } from "../store-context.js";
import { assertOutsideTransaction, passageOf } from "../transaction-scope.js";
import { verifyStored } from "../verify.js";
import { Bundles } from "./bundles.js";
import { connectSqlite, type SqliteHandle } from "./connect.js";
import { lookAtSqlite } from "./snapshot.js";
import { WriteQueue } from "./write-queue.js";

/** Another process may hold the lock for as long as a migration takes. */
const MIGRATION_WAIT_MS = 120_000;

export class SqliteDatabase implements Database {
  readonly dialect = "sqlite";
  readonly read: ReadStores;
  readonly #queue: WriteQueue;
  readonly #shared;
  readonly #connection: Omit<TransactionConnection, "publish">;
  readonly #publisher: Publisher;
  /** Audit entries of the units that did their work in the open transaction: chained together before its COMMIT. */
  readonly #auditEntries: AuditEntry[] = [];
  #commits = 0;
  #closing: Promise<void> | null = null;

  private constructor(
    private readonly file: string,
    private readonly writer: SqliteHandle,
    private readonly readers: readonly [SqliteHandle, ...SqliteHandle[]],
    private readonly options: OpenOptions,
  ) {
    this.#shared = {
      cipher: createPairCipher(options.pepper, options.encryptionKey, options.olderEncryptionKeys),
      programmes: new ProgrammeCache(),
    };
    this.#publisher = new Publisher((error) => options.log.error({ err: error }, "a listener failed"));
    const [first, ...others] = readers.map(({ sql, source }) => ({ sql, manager: source.manager }));
    if (first === undefined) throw new Error("a database needs a reader");
    this.read = createReadPool([first, ...others], this.#shared);
    const bundles = new Bundles(writer.sql, (script) => this.#execute(script));
    this.#queue = new WriteQueue(
      { control: (text) => this.#control(text) },
      options.queueLimit ?? QUEUE_LIMIT,
      () => writeAuditEntries(writer.sql, this.#auditEntries),
      () => {
        this.#auditEntries.length = 0;
      },
      () => bundles.make(),
      options.onBatch,
    );
    this.#connection = {
      sql: { ...writer.sql, runAll: (statements) => bundles.runAll(statements) },
      manager: writer.source.manager,
      writeAudit: async (entries) => {
        this.#auditEntries.push(...entries);
      },
    };
  }

  /** Opens `file`, making it when it is not there. Throws UnavailableError. */
  static async open(file: string, options: OpenOptions): Promise<SqliteDatabase> {
    const writer = await connectSqlite(file, "writer", options.modules);
    try {
      return new SqliteDatabase(
        file,
        writer,
        [await connectSqlite(file, "reader", options.modules), await connectSqlite(file, "reader", options.modules)],
        options,
      );
    } catch (error) {
      await writer.source.destroy();
      throw error;
    }
  }

  transaction<T>(name: string, work: (tx: WriteStores) => Promise<T>, _options?: TransactionOptions): Promise<T> {
    assertOutsideTransaction("a unit");
    const ends: (() => void)[] = [];
    const told: Change[] = [];
    const publish = async (changes: readonly Change[]): Promise<void> => {
      told.push(...changes);
    };
    const tell = passageOf(name);
    tell("came");
    const running = this.#queue.add(() => {
      tell("begun");
      return runInTransaction(name, work, { ...this.#connection, publish }, this.#shared, (action) =>
        ends.push(action),
      );
    });
    const committed = running.then((value) => {
      tell("committed");
      this.#commits += 1;
      this.#publisher.tell(told);
      return value;
    });
    return answerOf(committed).finally(() => {
      for (const end of ends) end();
    });
  }

  /** One server process a file: what is announced elsewhere (the command line) is found by asking again. */
  async subscribe(listener: Listener): Promise<() => void> {
    return this.#publisher.listen(listener);
  }

  async migrate(): Promise<void> {
    const { source, sql } = this.writer;
    try {
      // A table rebuild of a later migration needs them off; inside a transaction the switch would do nothing.
      await this.#control("PRAGMA foreign_keys = OFF");
      await this.#whileBusy(() => this.#control("BEGIN IMMEDIATE"));
      await refuseToMigrate(source, sql, this.options.isBeingFilled);
      const carriedOut = await source.runMigrations({ transaction: "none" });
      await makeTriggers(sql, this.options.modules, (statement) => this.#control(statement));
      // It reads every row, so only where a migration may have parted one from its parent: the rest is for `accord verify` to find.
      const orphans = carriedOut.length === 0 ? [] : await sql.all<{ table: string }>("PRAGMA foreign_key_check");
      if (orphans.length > 0) throw new MigrationFailed(`rows without their parent in ${orphans[0]?.table}`);
      await this.#control("COMMIT");
    } catch (error) {
      await this.#control("ROLLBACK").catch(() => undefined);
      throw asMigrationFailed(error);
    } finally {
      // TypeORM leaves them off after a failed migration (D-7).
      await this.#control("PRAGMA foreign_keys = ON");
    }
    const breaches = await checkSchema(sql, this.options.modules);
    if (breaches.length > 0) throw new MigrationFailed(breaches.map((breach) => breach.message).join("; "));
  }

  pendingMigrations(): Promise<string[]> {
    return pendingMigrations(this.writer.source, this.writer.sql);
  }

  refuseUnfit(): Promise<void> {
    return refuseUnfit(this.writer.source, this.writer.sql, this.options.isBeingFilled);
  }

  async isWritable(): Promise<boolean> {
    // That it fails is the answer to whether it can be done.
    const [tried] = await Promise.allSettled([this.#tryToWrite()]);
    return tried.status === "fulfilled" && tried.value;
  }

  async #tryToWrite(): Promise<boolean> {
    if ((await this.pendingMigrations()).length > 0) return false;
    await this.#queue.add(async () => {
      await this.writer.sql.run("INSERT INTO tx_guard (id) VALUES (1)");
      await this.writer.sql.run("DELETE FROM tx_guard");
    });
    return true;
  }

  verifyAudit(exported: readonly AuditHead[]): Promise<AuditCheck> {
    return walkAuditChain(this.readers[0].sql, exported);
  }

  verify(now: number): Promise<Breach[]> {
    return verifyStored(this.readers[0].sql, this.writer.sql, now, this.options.modules);
  }

  snapshot<T>(look: (view: Snapshot) => Promise<T>): Promise<T> {
    return lookAtSqlite(this.file, this.options.modules, this.#shared, look);
  }

  commits(): number {
    return this.#commits;
  }

  queueDepth(): number {
    return this.#queue.depth;
  }

  /** The whole file: SQLite writes no table anew by itself. What it wrote goes through the WAL, which is emptied then. */
  async compact(): Promise<void> {
    await this.#whileBusy(() => this.#control("VACUUM"));
    await this.#whileBusy(async () => {
      const [left] = await this.writer.sql.all<{ busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
      if (left?.busy !== 0) throw new UnavailableError("SQLITE_BUSY");
    });
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#queue.close();
      for (const handle of [...this.readers, this.writer]) await handle.close();
    })();
    return this.#closing;
  }

  #control(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.writer.connection.run(text, (error: Error | null) => (error ? reject(mapDriverError(error)) : resolve()));
    });
  }

  #execute(script: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.writer.connection.exec(script, (error: Error | null) => (error ? reject(mapDriverError(error)) : resolve()));
    });
  }

  /** Does it again as long as somebody else holds the lock, for two minutes at most. */
  async #whileBusy(work: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isBusy = error instanceof UnavailableError && error.driverCode === "SQLITE_BUSY";
        if (!isBusy || performance.now() - begun > MIGRATION_WAIT_MS) throw error;
      }
    }
  }
}
