/** What one open unit of work holds, and how nested calls and stray reads find it. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { EntityManager } from "typeorm";
import type { WriteStores } from "./database.js";
import type { Sql } from "./sql.js";
import type { AuditEntry } from "./stores/audit.store.js";

export interface UnitScope {
  readonly name: string;
  readonly sql: Sql;
  /** TypeORM's way to the same connection, for the cold stores; what the unit has gathered is written first. */
  manager(): Promise<EntityManager>;
  readonly stores: WriteStores;
  /** Written as the last thing before the commit. */
  readonly auditEntries: AuditEntry[];
  /** Set once the unit's work is done: what was not awaited must not write into somebody else's transaction. */
  isClosed: boolean;
}

export const currentUnit = new AsyncLocalStorage<UnitScope>();

/** The open unit this code runs in, if any. */
export const openUnit = (): UnitScope | null => {
  const scope = currentUnit.getStore();
  return scope === undefined || scope.isClosed ? null : scope;
};

/** Carries an answer out of a unit whose writes are not wanted. */
export class RollBack extends Error {
  constructor(readonly value: unknown) {
    super("the unit asked to be rolled back");
    this.name = "RollBack";
  }
}

/** Stops work that goes on after its unit has ended. */
export class UnitClosedError extends Error {
  constructor(unit: string) {
    super(`the unit ${unit} has ended: something in it was not awaited`);
    this.name = "UnitClosedError";
  }
}
