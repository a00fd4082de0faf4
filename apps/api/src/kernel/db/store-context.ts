/** What every store is made of: a connection to talk to and the few things kept in memory. */
import type { Programme } from "@accord/domain";
import type { EntityManager } from "typeorm";
import type { AuditEntry } from "../audit/audit-entry.js";
import type { Change } from "./changes.js";
import type { PairCipher } from "./pair-cipher.js";
import { first, type Sql, type TransactionSql } from "./sql.js";

export interface StoreContext {
  readonly sql: Sql;
  /** TypeORM on the same connection, for the cold stores. */
  manager(): Promise<EntityManager>;
  readonly cipher: PairCipher;
  readonly programmes: ProgrammeCache;
}

/** The context of a store that may write. */
export interface WriteContext extends StoreContext {
  readonly sql: TransactionSql;
  readonly auditEntries: AuditEntry[];
  /** Told once the unit is committed. */
  readonly changes: Change[];
  /** Runs once the unit has ended, committed or not. */
  onEnd(action: () => void): void;
}

/** Programmes in memory, since every plan carries its own; forgotten when the catalogue changes. */
export class ProgrammeCache {
  #byId: ReadonlyMap<string, Programme> | null = null;
  #digest: string | null = null;

  forget(): void {
    this.#byId = null;
  }

  /** Forgets what is not what the database holds now. */
  compare(digest: string | null): void {
    if (digest !== this.#digest) this.forget();
  }

  async all(sql: Sql): Promise<Iterable<Programme>> {
    return (this.#byId ?? (await this.#load(sql))).values();
  }

  /** Throws when the catalogue has no such programme: a plan without one is a broken database. */
  async find(sql: Sql, id: string): Promise<Programme> {
    const known = this.#byId?.get(id) ?? (await this.#load(sql)).get(id);
    if (known === undefined) throw new Error(`the catalogue has no programme ${id}`);
    return known;
  }

  async #load(sql: Sql): Promise<ReadonlyMap<string, Programme>> {
    const row = await first<{ content: string; digest: string }>(
      sql,
      `SELECT content, digest FROM catalogue_document WHERE kind = 'programmes'`,
      [],
    );
    const programmes = row === null ? [] : (JSON.parse(row.content) as Programme[]);
    this.#digest = row?.digest ?? null;
    this.#byId = new Map(programmes.map((programme) => [programme.id, programme]));
    return this.#byId;
  }
}
