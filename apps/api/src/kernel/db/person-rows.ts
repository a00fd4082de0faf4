/** The rows of one person in any table, by what the tables say of themselves: read for an export, gone or blank after an erasure (F83). */
import { type DataClass, factsOf } from "@accord/domain";
import type { EntitySchema } from "typeorm";
import { type Column, type PersonKey, type PersonRows, personOf } from "./columns.js";
import { selectRows } from "./rows.js";
import type { SqlValue } from "./sql.js";
import type { StoreKey } from "./storage-part.js";
import type { StoreContext, WriteContext } from "./store-context.js";
import type { Subject } from "./subject.js";

interface Condition {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

type Tables = readonly EntitySchema[];

const columnsOf = (table: EntitySchema): Readonly<Record<string, Column<unknown>>> =>
  table.options.columns as Readonly<Record<string, Column<unknown>>>;

const columnOf = (table: EntitySchema, property: string): string => {
  const column = columnsOf(table)[property];
  if (column === undefined) throw new Error(`the table ${table.options.name} has no ${property}`);
  return `"${column.name}"`;
};

const rowsOf = (table: EntitySchema): PersonRows | null => {
  const person = personOf(table);
  return typeof person === "string" ? null : person;
};

const named = (tables: Tables, name: string): EntitySchema => {
  const table = tables.find((one) => one.options.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
};

const NONE: Condition = { text: "1 = 0", params: [] };

const conditionOf = (tables: Tables, table: EntitySchema, key: PersonKey, subject: Subject): Condition => {
  if (typeof key === "string") return { text: `${columnOf(table, key)} = ?`, params: [subject.accountId] };
  if ("through" in key) {
    const target = named(tables, key.to);
    const within = anyOf(tables, target, subject);
    const ids = `SELECT ${columnOf(target, "id")} FROM ${key.to} WHERE ${within.text}`;
    return { text: `${columnOf(table, key.through)} IN (${ids})`, params: within.params };
  }
  if (subject.address === null) return NONE;
  const free = key.unless === undefined ? "" : ` AND ${columnOf(table, key.unless)} IS NULL`;
  return { text: `(lower(${columnOf(table, key.address)}) = ?${free})`, params: [subject.address] };
};

/** Which rows of the table are the person's. */
const anyOf = (tables: Tables, table: EntitySchema, subject: Subject): Condition => {
  const parts = (rowsOf(table)?.by ?? []).map((key) => conditionOf(tables, table, key, subject));
  if (parts.length === 0) return NONE;
  return { text: parts.map(({ text }) => text).join(" OR "), params: parts.flatMap(({ params }) => params) };
};

/** A table whose rows another one names comes after it. */
const childrenFirst = (tables: Tables): EntitySchema[] => {
  const done = new Set<EntitySchema>();
  const add = (table: EntitySchema): void => {
    if (done.has(table)) return;
    for (const child of tables)
      if (child !== table && (child.options.foreignKeys ?? []).some(({ target }) => target === table.options.name))
        add(child);
    done.add(table);
  };
  for (const table of tables) add(table);
  return [...done];
};

/** What is there of a person in one table: each row by the names of its properties. */
export interface PersonTable {
  readonly table: string;
  readonly classes: Readonly<Record<string, DataClass>>;
  /** Properties that name a row. */
  readonly keys: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface Reads {
  /** Table by table: no more than one is in memory. */
  rows(tables: Tables, subject: Subject): AsyncGenerator<PersonTable>;
}
interface Writes extends Reads {
  /** Deletes and blanks what the tables say; what is judged row by row is its module's. */
  erase(tables: Tables, subject: Subject): Promise<void>;
}

const createReads = ({ sql }: StoreContext): Reads => ({
  async *rows(tables, subject) {
    for (const table of tables) {
      if (rowsOf(table) === null) continue;
      const { text, params } = anyOf(tables, table, subject);
      const columns = Object.entries(columnsOf(table));
      const keys = columns.filter(([, { primary }]) => primary === true);
      const order = keys.map(([, { name }]) => `"${name}"`).join(", ");
      const rest = `FROM ${table.options.name} WHERE ${text} ORDER BY ${order}`;
      yield {
        table: table.options.name,
        classes: Object.fromEntries(columns.map(([property, { dataClass }]) => [property, dataClass])),
        keys: keys.map(([property]) => property),
        rows: await selectRows(sql, table as EntitySchema<Record<string, unknown>>, rest, params),
      };
    }
  },
});

/** Nothing where the column takes it, else a text that says nothing. */
const blankOf = ({ nullable }: Column<unknown>): SqlValue => (nullable === true ? null : "");

const createWrites = (context: WriteContext): Writes => ({
  ...createReads(context),
  erase: async (tables, subject) => {
    const { sql } = context;
    for (const table of childrenFirst(tables)) {
      const { atErasure } = rowsOf(table) ?? { atErasure: "KEPT" };
      const { text, params } = anyOf(tables, table, subject);
      if (atErasure === "DELETED") await sql.run(`DELETE FROM ${table.options.name} WHERE ${text}`, params);
      if (atErasure !== "BLANKED") continue;
      const columns = Object.values(columnsOf(table)).filter(({ dataClass }) => factsOf(dataClass).isErased);
      const blanks = columns.map(({ name }) => `"${name}" = ?`).join(", ");
      await sql.run(`UPDATE ${table.options.name} SET ${blanks} WHERE ${text}`, [...columns.map(blankOf), ...params]);
    }
  },
});

export const personRowStore: StoreKey<Reads, Writes> = { reads: createReads, writes: createWrites };
