/** What one transaction writes through: closed with its unit, and gathering the statements nobody waits for. */
import type { Statement, TransactionSql, WriterSql } from "./sql.js";
import { TransactionClosedError } from "./transaction-scope.js";

export interface GatheringSql extends TransactionSql {
  /** Runs what is gathered; null when nothing is, and nothing is under way. */
  settle(): Promise<void> | null;
}

/** `sql` for the unit `name`: what was not awaited must not write into the transaction of another unit. */
export const createTransactionSql = (
  sql: WriterSql,
  name: string,
  scope: { readonly isClosed: boolean },
): GatheringSql => {
  let gathered: Statement[] = [];
  let settling: Promise<void> | null = null;

  const settle = (): Promise<void> | null => {
    if (gathered.length === 0) return settling;
    const statements = gathered;
    gathered = [];
    const running = settling === null ? sql.runAll(statements) : settling.then(() => sql.runAll(statements));
    settling = running;
    // One that failed stays: nothing of the unit may follow it.
    running.then(
      () => {
        if (settling === running) settling = null;
      },
      () => undefined,
    );
    return running;
  };
  const inOrder = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if (scope.isClosed) return Promise.reject(new TransactionClosedError(name));
    const before = settle();
    return before === null ? ask() : before.then(ask);
  };
  return {
    dialect: sql.dialect,
    all: (text, params) => inOrder(() => sql.all(text, params)),
    run: (text, params) => inOrder(() => sql.run(text, params)),
    later: (text, params) => {
      if (scope.isClosed) throw new TransactionClosedError(name);
      gathered.push({ text, params });
    },
    settle,
  };
};
