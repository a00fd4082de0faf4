/** Migrations that a table brings along, written once for both engines. */
import type { EntitySchema, MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "./postgres/in-byte-order.js";
import type { Dialect } from "./sql.js";

type MigrationClass = new () => MigrationInterface;

/** One migration, as each engine carries it out. */
export interface Migration {
  readonly sqlite: MigrationClass;
  readonly postgres: MigrationClass;
}

interface Way {
  /** Statements that both engines take, or those of each. */
  readonly up: readonly string[] | Readonly<Record<Dialect, readonly string[]>>;
  /** What no statement says: carried out after them. */
  readonly after?: (runner: QueryRunner, dialect: Dialect) => Promise<void>;
  /** Null: what came since would be lost; one goes back by restoring a backup. */
  readonly down: readonly string[] | null;
}

const classOf = (name: string, dialect: Dialect, { up, after, down }: Way): MigrationClass => {
  const own = "sqlite" in up ? up[dialect] : up;
  const statements = dialect === "postgres" ? own.map(inByteOrder) : own;
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
      await after?.(runner, dialect);
    }

    async down(runner: QueryRunner): Promise<void> {
      if (down === null) throw new Error(`${name} is not undone: restore a backup`);
      for (const statement of down) await runner.query(statement);
    }
  };
};

/** `name` ends in the thirteen digits it is sorted by. Frozen once carried out: a later change is a later migration. */
export const migration = (name: string, way: Way): Migration => ({
  sqlite: classOf(name, "sqlite", way),
  postgres: classOf(name, "postgres", way),
});

const BROUGHT = new WeakMap<EntitySchema, readonly Migration[]>();

export const bring = (table: EntitySchema, migrations: readonly Migration[]): void => {
  BROUGHT.set(table, migrations);
};
export const broughtBy = (table: EntitySchema): readonly Migration[] => BROUGHT.get(table) ?? [];
