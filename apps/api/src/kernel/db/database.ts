/** The one door to stored data: read stores, and the transaction, which is the only way to write. */
import type { EpochMs } from "@accord/domain";
import type { AuditHead } from "../audit/audit.store.js";
import type { AuditCheck } from "../audit/audit-chain.js";
import type { Breach } from "./breach.js";
import type { Change, Listener } from "./changes.js";
import type { TableForm } from "./snapshot.js";
import type { Dialect } from "./sql.js";
import type { StoragePart, StoreKey } from "./storage-part.js";

export type { AuditCheck, AuditProblem } from "../audit/audit-chain.js";

/** The stores over one connection, each asked for by its key; whoever may not import the key does not reach the store. */
export interface ReadStores {
  of<Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>): Reads;
}

/** Inside a unit: reads see what the unit wrote. */
export interface WriteStores extends ReadStores {
  of<Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>): Writes;
  /** Tells the living once the unit is committed, in every process of this database; nothing is told of a unit that failed. */
  publish(change: Change): void;
  /**
   * Ends the unit with an answer but without its writes: `run` resolves with `value`, nothing is kept.
   * For a refusal found inside the unit, so that it burns no idempotency key.
   */
  abort(value: unknown): never;
}

/** Everything as it stood at one instant. */
export interface Snapshot extends ReadStores {
  readonly tables: readonly TableForm[];
  /** Every row as a line of JSON, some at a time: what is held in memory does not grow with the table. */
  rows(table: TableForm): AsyncIterable<readonly string[]>;
  /** Which migrations the rows have been through. */
  migrations(): Promise<readonly string[]>;
}

export interface TransactionOptions {
  /** PostgreSQL runs the unit again after a serialization failure or a deadlock (at most 3 times). Only for work that may run twice. */
  readonly isIdempotent?: boolean;
}

/** One per process. */
export interface Database {
  readonly dialect: Dialect;
  /** Committed state, on read-only connections; not inside a unit, which has stores of its own. */
  readonly read: ReadStores;
  /**
   * The one way to write: resolves after the commit. Not inside another unit, which would wait for itself.
   * Throws OverloadedError (queue full), UnavailableError (disk, lock, server), ConstraintError, or what `work` throws (rolled back).
   * No network, hashing or file I/O inside, and nothing left un-awaited.
   */
  transaction<T>(name: string, work: (tx: WriteStores) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Hears what committed units announce, here and in other processes (PostgreSQL); call the result to stop. */
  subscribe(listener: Listener): Promise<() => void>;
  /** Brings the schema to this program's version and re-asserts its guards; throws MigrationFailed. */
  migrate(): Promise<void>;
  pendingMigrations(): Promise<string[]>;
  /** Throws ConfigError where the database is closed (a restore has not ended), MigrationFailed where it is not at this version. */
  refuseUnfit(): Promise<void>;
  /** For /readyz: migrated, not closing, and a write commits. */
  isWritable(): Promise<boolean>;
  /** The oracle of `accord verify`; empty when all holds. */
  verify(now: EpochMs): Promise<Breach[]>;
  /** Walks the audit chain against heads exported before (P-5). */
  verifyAudit(exported: readonly AuditHead[]): Promise<AuditCheck>;
  /** Shows everything that is committed now, as it is now, on a connection of its own: however long looking takes, nobody waits for it. */
  snapshot<T>(look: (view: Snapshot) => Promise<T>): Promise<T>;
  /** Units this process has committed: what was read under the same number is not older than its own writes. */
  commits(): number;
  /** How full the write queue is, for metrics. */
  queueDepth(): number;
  /**
   * Writes these tables anew, so that nothing of rows that are gone is left in the files of the database. Nobody writes meanwhile.
   * Throws UnavailableError where somebody else holds them for too long: then it is to be done again.
   */
  compact(tables: readonly string[]): Promise<void>;
  /** Waits for running units, then closes. */
  close(): Promise<void>;
}

export interface DatabaseLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface OpenOptions {
  /** `sqlite:/path/to/file` or `postgres://…`. */
  readonly url: string;
  /** Read replicas (PostgreSQL). */
  readonly readUrls?: readonly string[];
  /** Keys the lookup of an ID pair. */
  readonly pepper: Uint8Array;
  /** 32 bytes, AES-256-GCM, for the pair shown again. */
  readonly encryptionKey: Uint8Array;
  /** What they sealed still opens. */
  readonly olderEncryptionKeys?: readonly Uint8Array[];
  /** Zone in which an end date ends (`ENTITLEMENT_TZ`). */
  readonly entitlementZone: string;
  readonly log: DatabaseLog;
  /** What the modules keep beside the tables of before. */
  readonly modules: StoragePart;
  /** By whoever fills it: it is closed to everybody else. */
  readonly isBeingFilled?: boolean;
  /** Hears of how many units each group commit was made (SQLite). */
  readonly onBatch?: (units: number) => void;
  /** Units that may wait; default `QUEUE_LIMIT`. */
  readonly queueLimit?: number;
}
