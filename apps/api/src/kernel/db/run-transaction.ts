/** One unit from its first statement to what comes just before the commit: the same on both engines. */
import type { EntityManager } from "typeorm";
import type { AuditEntry } from "../audit/audit-entry.js";
import type { Change } from "./changes.js";
import type { WriteStores } from "./database.js";
import { mapDriverError } from "./driver-errors.js";
import type { WriterSql } from "./sql.js";
import type { StoreContext } from "./store-context.js";
import { Abort, runWatched, type TransactionScope } from "./transaction-scope.js";
import { createTransactionSql } from "./transaction-sql.js";
import { createWriteStores } from "./transaction-stores.js";

export interface TransactionConnection {
  readonly sql: WriterSql;
  readonly manager: EntityManager;
  /** Sees to it that the audit entries of the unit are chained and written before the commit; called once, last. */
  writeAudit(entries: readonly AuditEntry[]): Promise<void>;
  /** Sees to it that what the unit announced is told once it is committed; called once, before `writeAudit`. */
  publish(changes: readonly Change[]): Promise<void>;
}

/** Runs `work` inside the open transaction of `connection`. Rejects with an error of ours, or with what `work` threw. */
export const runInTransaction = async <T>(
  name: string,
  work: (tx: WriteStores) => Promise<T>,
  connection: TransactionConnection,
  shared: Pick<StoreContext, "cipher" | "programmes">,
  onEnd: (action: () => void) => void,
): Promise<T> => {
  const auditEntries: AuditEntry[] = [];
  const changes: Change[] = [];
  const scope: TransactionScope = { name, isClosed: false };
  const sql = createTransactionSql(connection.sql, name, scope);
  const manager = async (): Promise<EntityManager> => {
    await sql.settle();
    return connection.manager;
  };
  const stores = createWriteStores({
    ...shared,
    sql,
    manager,
    auditEntries,
    changes,
    onEnd,
  });
  try {
    const value = await runWatched(scope, () => work(stores));
    scope.isClosed = true;
    await sql.settle();
    if (changes.length > 0) await connection.publish(changes);
    if (auditEntries.length > 0) await connection.writeAudit(auditEntries);
    return value;
  } catch (error) {
    throw mapDriverError(error);
  } finally {
    scope.isClosed = true;
  }
};

/** A unit that asked to be rolled back has an answer all the same. */
export const answerOf = async <T>(running: Promise<T>): Promise<T> => {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Abort) return error.value as T;
    throw error;
  }
};
