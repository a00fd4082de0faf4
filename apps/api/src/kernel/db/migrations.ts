/** Migrations that a table brings along, written once for both engines. */
import type { EntitySchema, MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "./postgres/in-byte-order.js";

type MigrationClass = new () => MigrationInterface;

/** One migration, as each engine carries it out. */
export interface Migration {
  readonly sqlite: MigrationClass;
  readonly postgres: MigrationClass;
}

interface Way {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

const carriedOut =
  (statements: readonly string[]) =>
  async (runner: QueryRunner): Promise<void> => {
    for (const statement of statements) await runner.query(statement);
  };

const classOf = (name: string, { up, down }: Way): MigrationClass =>
  class implements MigrationInterface {
    readonly name = name;
    readonly up = carriedOut(up);
    readonly down = carriedOut(down);
  };

/**
 * Statements that both engines take; `name` ends in the thirteen digits it is sorted by. Frozen once carried out: a later change is a
 * later migration.
 */
export const migration = (name: string, way: Way): Migration => ({
  sqlite: classOf(name, way),
  postgres: classOf(name, { up: way.up.map(inByteOrder), down: way.down }),
});

const BROUGHT = new WeakMap<EntitySchema, readonly Migration[]>();

export const bring = (table: EntitySchema, migrations: readonly Migration[]): void => {
  BROUGHT.set(table, migrations);
};
export const broughtBy = (table: EntitySchema): readonly Migration[] => BROUGHT.get(table) ?? [];
