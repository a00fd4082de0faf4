/**
 * The one writer: a bounded queue in order of arrival, and group commit. Up to 64 waiting units share a
 * transaction, each after the first behind a savepoint of its own; nobody is answered before the COMMIT.
 */
import { OverloadedError, UnavailableError } from "../errors.js";

export interface WriterConnection {
  /** Runs one transaction-control statement. */
  control(text: string): Promise<void>;
}

interface WaitingTransaction {
  /** Does the work inside the open transaction; rejects to be rolled back. */
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly unit: WaitingTransaction } & ({ readonly value: unknown } | { readonly error: unknown });

const BATCH_LIMIT = 64;
/** A batch that has run this long takes no more units, so that nobody waits for a full one of slow units. */
const BATCH_MS = 25;

export class WriteQueue {
  readonly #waiting: WaitingTransaction[] = [];
  #draining: Promise<void> | null = null;
  #isClosed = false;

  constructor(
    private readonly connection: WriterConnection,
    private readonly limit: number,
    /** Called before a COMMIT, inside the transaction, for what the units of the batch share. */
    private readonly beforeCommit: () => Promise<void>,
    /** Called when a transaction has ended, whichever way. */
    private readonly onTransactionEnd: () => void,
    /** Called after a batch was answered, while no transaction is open. */
    private readonly betweenBatches: () => Promise<void> = async () => undefined,
    /** Told of how many units a batch was, after its commit. */
    private readonly onBatch?: (units: number) => void,
  ) {}

  get depth(): number {
    return this.#waiting.length;
  }

  /** Queues `work`; resolves with its value after the commit. Throws OverloadedError, UnavailableError or what `work` throws. */
  add<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new UnavailableError("CLOSED"));
    if (this.#waiting.length >= this.limit) return Promise.reject(new OverloadedError(this.#waiting.length));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Takes no more units and waits for those that wait. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // Units of the same tick belong in the same batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#runBatch();
      await this.betweenBatches();
    }
    this.#draining = null;
  }

  async #runBatch(): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      if (await this.#fillBatch(outcomes)) {
        await this.beforeCommit();
        await this.connection.control("COMMIT");
      }
    } catch (error) {
      await this.#abandon(outcomes, error);
      return;
    } finally {
      this.onTransactionEnd();
    }
    for (const outcome of outcomes) answer(outcome);
    this.onBatch?.(outcomes.length);
  }

  /** Runs waiting units; returns whether a transaction is open with something to commit. */
  async #fillBatch(outcomes: Outcome[]): Promise<boolean> {
    const begun = performance.now();
    let isOpen = false;
    while (outcomes.length < BATCH_LIMIT && performance.now() - begun < BATCH_MS) {
      const unit = this.#waiting.shift();
      if (unit === undefined) break;
      isOpen = await this.#runUnit(unit, outcomes, isOpen);
    }
    return isOpen;
  }

  /**
   * The first unit has the transaction itself as its savepoint. Later ones stack savepoints of the same name: ROLLBACK TO finds
   * the last, the COMMIT releases all. Returns whether a transaction is open afterwards.
   */
  async #runUnit(unit: WaitingTransaction, outcomes: Outcome[], isOpen: boolean): Promise<boolean> {
    try {
      await this.connection.control(isOpen ? "SAVEPOINT unit" : "BEGIN IMMEDIATE");
      outcomes.push({ unit, value: await unit.work() });
      return true;
    } catch (error) {
      outcomes.push({ unit, error });
      // The disk or the lock failed: SQLite may have rolled everything back already, so nothing of the batch counts.
      if (error instanceof UnavailableError) throw error;
      await this.connection.control(isOpen ? "ROLLBACK TO unit" : "ROLLBACK");
      return isOpen;
    }
  }

  /** Nothing of the batch was kept: every unit of it fails, whatever it had come to; who waits behind it would wait in vain. */
  async #abandon(outcomes: readonly Outcome[], error: unknown): Promise<void> {
    await this.connection.control("ROLLBACK").catch(() => undefined);
    for (const outcome of outcomes) outcome.unit.reject(error);
    if (error instanceof UnavailableError) for (const unit of this.#waiting.splice(0)) unit.reject(error);
  }
}

const answer = (outcome: Outcome): void => {
  if ("error" in outcome) outcome.unit.reject(outcome.error);
  else outcome.unit.resolve(outcome.value);
};
