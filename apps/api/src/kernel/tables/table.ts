/** A table that somebody sent, as it was read; and what is asked of one. */
import type { TableCell, TableColumn, TableProblem, TableReading } from "@accord/domain";

export interface TableForm<Key extends string> {
  readonly columns: readonly TableColumn<Key>[];
  readonly rowsMost: number;
}

export interface TableRow<Key extends string> {
  /** Line of the file, row of the sheet, place in the list; from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Key, TableCell>>>;
  /** More cells than the head names: which cell belongs where cannot be known. */
  readonly excess: { readonly form: TableReading["form"]; readonly cells: number; readonly columns: number } | null;
}

export interface Table<Key extends string> {
  readonly rows: readonly TableRow<Key>[];
  readonly reading: TableReading;
  /** The name a spreadsheet gives the cell: `D2`; null where it is none. */
  cellName(row: Pick<TableRow<Key>, "line">, column: Key): string | null;
}

export type ReadTable<Key extends string> =
  | { readonly ok: true; readonly table: Table<Key> }
  | { readonly ok: false; readonly problem: TableProblem };
