/** Fills an empty database with the rows of another one, whichever engine that was (decision 46). */
import type { Closure } from "./closure.js";
import type { TableForm } from "./snapshot.js";
import type { StoragePart } from "./storage-part.js";

/** A table's rows on their way in. */
export interface TableRows extends TableForm {
  /** Some lines at a time, each a JSON array in the order of the columns. */
  readonly lines: AsyncIterable<readonly string[]>;
}

/** A database that is to be filled. */
export interface Filling {
  /** Why it is closed; null: it is not, or there is nothing yet. */
  closure(): Promise<Closure | null>;
  /** A table that holds rows, or is not ours; null: whoever fills it takes nothing from anybody. */
  occupied(): Promise<string | null>;
  /** Takes away what tables there are, and closes it in the same step: from here on nothing starts on it. */
  begin(closure: Closure): Promise<void>;
  /** Puts in all rows, in one transaction; the tables are there and empty. What refers to a row that is missing fails it. */
  load(tables: AsyncIterable<TableRows>): Promise<void>;
}

/** Tables that are ours beside those that are declared. */
export const isOurs = (name: string, { tables }: StoragePart): boolean =>
  tables.some(({ options }) => options.name === name) || /^(?:schema_migration|closure|request_search\w*)$/.test(name);
