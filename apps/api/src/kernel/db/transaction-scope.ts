/** What one open transaction holds, and how code that goes past it is found out. */
import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";

export interface TransactionScope {
  readonly name: string;
  /** Set once the unit's work is done: what was not awaited must not write into somebody else's transaction. */
  isClosed: boolean;
}

/**
 * The unit this code runs in, where units are watched. Watching costs every promise of the process a hook, a quarter of a
 * read and more (Node 20): the tests watch, the server does not.
 */
let watch: AsyncLocalStorage<TransactionScope> | null = null;

/** From here on a unit begun inside another one, and a read past the unit's own stores, are errors. */
export const watchTransactions = (): void => {
  watch ??= new AsyncLocalStorage<TransactionScope>();
};

export const runWatched = <T>(unit: TransactionScope, work: () => Promise<T>): Promise<T> =>
  watch === null ? work() : watch.run(unit, work);

/** @throws UnitMisuseError where units are watched */
export const assertOutsideTransaction = (what: string): void => {
  const scope = watch?.getStore();
  if (scope !== undefined && !scope.isClosed) throw new TransactionMisuseError(what, scope.name);
};

const PASSAGES = channel("accord:unit");
const untold = (): void => undefined;

/** What is told on the channel `accord:unit`; the same `unit` from its coming to its end. */
export interface TransactionPassage {
  readonly unit: object;
  readonly name: string;
  readonly phase: "came" | "begun" | "committed";
}

/** Tells whoever watches from outside (a preload of a test) how far a unit is; where nobody does, it costs a look. */
export const passageOf = (name: string): ((phase: TransactionPassage["phase"]) => void) => {
  if (!PASSAGES.hasSubscribers) return untold;
  const unit = {};
  return (phase) => PASSAGES.publish({ unit, name, phase } satisfies TransactionPassage);
};

/** What a unit does not see of itself: it would wait for its own end, or read what was there before it. */
export class TransactionMisuseError extends Error {
  constructor(what: string, unit: string) {
    super(`${what} inside the unit ${unit}: a unit uses the stores it is given`);
    this.name = "UnitMisuseError";
  }
}

/** Carries an answer out of a unit whose writes are not wanted. */
export class Abort extends Error {
  constructor(readonly value: unknown) {
    super("the unit asked to be rolled back");
    this.name = "RollBack";
  }
}

/** Stops work that goes on after its unit has ended. */
export class TransactionClosedError extends Error {
  constructor(unit: string) {
    super(`the unit ${unit} has ended: something in it was not awaited`);
    this.name = "UnitClosedError";
  }
}
