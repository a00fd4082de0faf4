/** Why a file is no table that can be read as a whole (F56, K2). */

export const TABLE_PROBLEMS = [
  "EMPTY",
  "NOT_TEXT",
  "NOT_UTF8",
  "NOT_JSON",
  "NO_COLUMN",
  "COLUMN_TWICE",
  "STRAY_QUOTE",
  "OPEN_QUOTE",
  "CELL_LONG",
  "TOO_MANY_ROWS",
  "TOO_MANY_COLUMNS",
  "OLD_WORKBOOK",
  "WORKBOOK_BROKEN",
  "WORKBOOK_LARGE",
  "WORKBOOK_SHEETS",
  "WORKBOOK_MERGED",
] as const;
export type TableProblemCode = (typeof TABLE_PROBLEMS)[number];

export interface TableProblem {
  readonly reason: TableProblemCode;
  /** Line of the file, from 1; 0 where it is about the whole of it. */
  readonly line: number;
  /** Column, cell or sheets, as far as there is one to name. */
  readonly place: string;
  /** A limit or a count, where there is one. */
  readonly max: number;
}

export const tableProblem = (reason: TableProblemCode, more: Partial<TableProblem> = {}): TableProblem => ({
  line: 0,
  place: "",
  max: 0,
  ...more,
  reason,
});

/** How a file was understood where it does not say so itself. */
export const TABLE_ENCODINGS = ["UTF-8", "UTF-16", "Windows-1250", "Windows-1252"] as const;
export interface TableReading {
  readonly form: "CSV" | "JSON" | "XLSX";
  /** Null: it says so itself. */
  readonly encoding: (typeof TABLE_ENCODINGS)[number] | null;
  /** Between the cells of a line; null where there are none. */
  readonly separator: "," | ";" | "\t" | "|" | null;
  /** The sheet that was read. */
  readonly sheet: string | null;
  /** Columns of the head that are not known, and were not read. */
  readonly ignored: readonly string[];
}
