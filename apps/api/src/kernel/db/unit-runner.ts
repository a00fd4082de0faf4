/** One unit from its first statement to what comes just before the commit: the same on both engines. */
import type { EntityManager } from "typeorm";
import type { AuditEntry } from "../audit/audit-entry.js";
import type { Announcement } from "./announcements.js";
import type { WriteStores } from "./database.js";
import { mapDriverError } from "./driver-errors.js";
import type { WriterSql } from "./sql.js";
import type { StoreContext } from "./store-context.js";
import { RollBack, runWatched, type UnitScope } from "./unit-scope.js";
import { createUnitSql } from "./unit-sql.js";
import { createWriteStores } from "./unit-stores.js";

export interface UnitConnection {
  readonly sql: WriterSql;
  readonly manager: EntityManager;
  /** Sees to it that the audit entries of the unit are chained and written before the commit; called once, last. */
  writeAudit(entries: readonly AuditEntry[]): Promise<void>;
  /** Sees to it that what the unit announced is told once it is committed; called once, before `writeAudit`. */
  announce(announcements: readonly Announcement[]): Promise<void>;
}

/** Runs `work` inside the open transaction of `connection`. Rejects with an error of ours, or with what `work` threw. */
export const runInUnit = async <T>(
  name: string,
  work: (tx: WriteStores) => Promise<T>,
  connection: UnitConnection,
  shared: Pick<StoreContext, "cipher" | "programmes">,
  onEnd: (action: () => void) => void,
): Promise<T> => {
  const auditEntries: AuditEntry[] = [];
  const announcements: Announcement[] = [];
  const scope: UnitScope = { name, isClosed: false };
  const sql = createUnitSql(connection.sql, name, scope);
  const manager = async (): Promise<EntityManager> => {
    await sql.settle();
    return connection.manager;
  };
  const stores = createWriteStores({
    ...shared,
    sql,
    manager,
    auditEntries,
    announcements,
    onEnd,
  });
  try {
    const value = await runWatched(scope, () => work(stores));
    scope.isClosed = true;
    await sql.settle();
    if (announcements.length > 0) await connection.announce(announcements);
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
    if (error instanceof RollBack) return error.value as T;
    throw error;
  }
};
