/** PostgreSQL: a pool of transactions at READ COMMITTED; several servers may share it. */

import type { AuditHead } from "../../audit/audit.store.js";
import { writeAuditEntries } from "../../audit/audit.store.js";
import { type AuditCheck, walkAuditChain } from "../../audit/audit-chain.js";
import type { AuditEntry } from "../../audit/audit-entry.js";
import type { Breach } from "../breach.js";
import { type Change, distinct, type Listener, Publisher } from "../changes.js";
import type { Database, OpenOptions, ReadStores, Snapshot, TransactionOptions, WriteStores } from "../database.js";
import { isRetryableConflict, mapDriverError } from "../driver-errors.js";
import { MigrationFailed, OverloadedError, QUEUE_LIMIT, UnavailableError } from "../errors.js";
import { asMigrationFailed, pendingMigrations, refuseToMigrate, refuseUnfit } from "../migrate.js";
import { createPairCipher } from "../pair-cipher.js";
import { createReadPool } from "../read-pool.js";
import { answerOf, runInTransaction } from "../run-transaction.js";
import { checkSchema, makeTriggers } from "../schema-guard.js";
import { ProgrammeCache } from "../store-context.js";
import { assertOutsideTransaction, passageOf } from "../transaction-scope.js";
import { verifyStored } from "../verify.js";
import { connectPostgres, listeningClient, type PostgresClient, type PostgresHandle, sqlOf } from "./connect.js";
import { lookAtPostgres } from "./snapshot.js";
import { CHANNEL, payloadOf, type Subscribing, subscribePostgres } from "./subscribe.js";
import { Turnstile } from "./turnstile.js";

/** Any number, the same in every process: who holds it migrates (U-5). */
const MIGRATION_LOCK = 7_305_614_020;
const ATTEMPTS = 4;
/** Of the ten connections of the pool; the others are for reads. */
const WRITERS = 8;

export class PostgresDatabase implements Database {
  readonly dialect = "postgres";
  readonly read: ReadStores;
  readonly #shared;
  readonly #limit: number;
  readonly #running = new Set<Promise<unknown>>();
  readonly #turnstile = new Turnstile(WRITERS);
  readonly #publisher: Publisher;
  #hearing: Promise<Subscribing> | null = null;
  #commits = 0;
  #closing: Promise<void> | null = null;

  private constructor(
    private readonly main: PostgresHandle,
    private readonly replicas: readonly PostgresHandle[],
    private readonly options: OpenOptions,
  ) {
    this.#publisher = new Publisher((error) => options.log.error({ err: error }, "a listener failed"));
    this.#shared = {
      cipher: createPairCipher(options.pepper, options.encryptionKey, options.olderEncryptionKeys),
      programmes: new ProgrammeCache(),
    };
    this.#limit = options.queueLimit ?? QUEUE_LIMIT;
    const [first, ...others] = (replicas.length > 0 ? replicas : [main]).map(({ sql, source }) => ({
      sql,
      manager: source.manager,
    }));
    this.read = createReadPool([first ?? { sql: main.sql, manager: main.source.manager }, ...others], this.#shared);
  }

  /** Throws UnavailableError when a server cannot be reached. */
  static async open(options: OpenOptions): Promise<PostgresDatabase> {
    const main = await connectPostgres(options.url, options.log, "writer", options.modules);
    const replicas = await Promise.all(
      (options.readUrls ?? []).map((url) => connectPostgres(url, options.log, "reader", options.modules)),
    );
    return new PostgresDatabase(main, replicas, options);
  }

  transaction<T>(name: string, work: (tx: WriteStores) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    assertOutsideTransaction("a unit");
    if (this.#closing !== null) return Promise.reject(new UnavailableError("CLOSED"));
    if (this.#running.size >= this.#limit) return Promise.reject(new OverloadedError(this.#running.size));
    const tell = passageOf(name);
    tell("came");
    const begun = (tx: WriteStores): Promise<T> => {
      tell("begun");
      return work(tx);
    };
    const committed = this.#withRetries(name, begun, options).then((value) => {
      tell("committed");
      return value;
    });
    const running = answerOf(committed);
    const over = (): boolean => this.#running.delete(tracked);
    const tracked: Promise<unknown> = running.then(over, over);
    this.#running.add(tracked);
    return running;
  }

  async #withRetries<T>(name: string, work: (tx: WriteStores) => Promise<T>, options: TransactionOptions): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#turnstile.pass(() => this.#transaction(name, work));
      } catch (error) {
        if (!options.isIdempotent || attempt === ATTEMPTS || !isRetryableConflict(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  async #transaction<T>(name: string, work: (tx: WriteStores) => Promise<T>): Promise<T> {
    const runner = this.main.source.createQueryRunner();
    const ends: (() => void)[] = [];
    try {
      const client = (await runner.connect()) as PostgresClient;
      const sql = sqlOf(client);
      await client.query({ text: "BEGIN" });
      try {
        const connection = {
          sql,
          manager: runner.manager,
          publish: (changes: readonly Change[]) => publishOn(client, changes),
          writeAudit: (entries: readonly AuditEntry[]) => writeAuditEntries(sql, entries),
        };
        const value = await runInTransaction(name, work, connection, this.#shared, (action) => ends.push(action));
        await client.query({ text: "COMMIT" });
        this.#commits += 1;
        return value;
      } catch (error) {
        await client.query({ text: "ROLLBACK" }).catch(() => undefined);
        throw error;
      }
    } catch (error) {
      throw mapDriverError(error);
    } finally {
      await runner.release();
      for (const end of ends) end();
    }
  }

  async subscribe(listener: Listener): Promise<() => void> {
    const stop = this.#publisher.listen(listener);
    const { url, log } = this.options;
    this.#hearing ??= subscribePostgres(
      () => listeningClient(url),
      (change) => this.#publisher.tell([change]),
      log,
    );
    await this.#hearing;
    return stop;
  }

  async migrate(): Promise<void> {
    const { source, sql } = this.main;
    const locker = source.createQueryRunner();
    try {
      await locker.query("SET lock_timeout = 0");
      await locker.query("SET statement_timeout = 0");
      await locker.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
      await refuseToMigrate(source, sql, this.options.isBeingFilled);
      await source.runMigrations({ transaction: "all" });
      await makeTriggers(sql, this.options.modules, (statement) => source.query(statement));
    } catch (error) {
      throw asMigrationFailed(error);
    } finally {
      await locker.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
      await locker.query("RESET lock_timeout").catch(() => undefined);
      await locker.query("RESET statement_timeout").catch(() => undefined);
      await locker.release();
    }
    const breaches = await checkSchema(sql, this.options.modules);
    if (breaches.length > 0) throw new MigrationFailed(breaches.map((breach) => breach.message).join("; "));
  }

  pendingMigrations(): Promise<string[]> {
    return pendingMigrations(this.main.source, this.main.sql);
  }

  refuseUnfit(): Promise<void> {
    return refuseUnfit(this.main.source, this.main.sql, this.options.isBeingFilled);
  }

  async isWritable(): Promise<boolean> {
    if (this.#closing !== null) return false;
    // That it fails is the answer to whether it can be done.
    const [tried] = await Promise.allSettled([this.#tryToWrite()]);
    return tried.status === "fulfilled" && tried.value;
  }

  async #tryToWrite(): Promise<boolean> {
    if ((await this.pendingMigrations()).length > 0) return false;
    await this.main.sql.run("DELETE FROM tx_guard");
    return true;
  }

  verifyAudit(exported: readonly AuditHead[]): Promise<AuditCheck> {
    return walkAuditChain(this.main.sql, exported);
  }

  verify(now: number): Promise<Breach[]> {
    return verifyStored(this.main.sql, this.main.sql, now, this.options.modules);
  }

  snapshot<T>(look: (view: Snapshot) => Promise<T>): Promise<T> {
    return lookAtPostgres(this.options.url, this.options.modules, this.#shared, look);
  }

  commits(): number {
    return this.#commits;
  }

  queueDepth(): number {
    return this.#running.size;
  }

  async compact(tables: readonly string[]): Promise<void> {
    const runner = this.main.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PostgresClient;
      await client.query({ text: "SET statement_timeout = 0" });
      // With its statistics, which hold the most common values of a column.
      for (const table of tables) await client.query({ text: `VACUUM (FULL, ANALYZE) "${table}"` });
      await client.query({ text: "RESET statement_timeout" });
    } catch (error) {
      throw mapDriverError(error);
    } finally {
      await runner.release();
    }
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await Promise.all(this.#running);
      // What did not open needs no closing.
      const [hearing] = await Promise.allSettled([this.#hearing]);
      if (hearing.status === "fulfilled") await hearing.value?.close();
      for (const handle of [...this.replicas, this.main]) await handle.source.destroy();
    })();
    return this.#closing;
  }
}

/** Told by the server itself when, and only when, the transaction commits. */
const publishOn = async (client: PostgresClient, changes: readonly Change[]): Promise<void> => {
  for (const change of distinct(changes))
    await client.query({
      name: "announce",
      text: "SELECT pg_notify($1, $2)",
      values: [CHANNEL, payloadOf(change)],
    });
};
