/** All committed rows as they stood at one instant, in a form that both engines write and take: a row is a JSON array of its columns. */
import { shapeFor } from "./row-shape.js";
import type { StoragePart } from "./storage-part.js";
import { txGuardTable } from "./tx-guard.table.js";

/** A table by its name, and its columns in the order in which a row tells them. */
export interface TableForm {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Rows told at a time. */
export const ROWS_AT_ONCE = 250;

/** Every table with rows to keep. */
export const tablesOf = ({ tables }: StoragePart): readonly TableForm[] =>
  tables
    .filter((table) => table !== txGuardTable)
    .map((table) => ({
      name: table.options.name,
      columns: shapeFor(table).fields.flatMap(({ column }) => (column === null ? [] : [column])),
    }));

/** Names as both engines take them whatever they are. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
