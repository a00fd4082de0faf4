/** The rows of a file of agreements: a table in any of the forms people send, or a JSON list of objects with the same names (F56, F77, K2). */
import {
  accept,
  IMPORT_COLUMNS,
  IMPORT_TABLE,
  type ImportColumn,
  type ImportRow,
  type Language,
  type Programme,
  type ReadRow,
  type Result,
  readImportRow,
  refuse,
} from "@accord/domain";
import { readTable } from "../../../kernel/tables/read-table.js";
import type { Table, TableRow } from "../../../kernel/tables/table.js";

export type FileRow = TableRow<ImportColumn>;
export type ImportFileTable = Table<ImportColumn>;

export const ROWS_MOST = 50_000;

export const readImportFile = async (
  bytes: Uint8Array,
  language: Language,
): Promise<Result<ImportFileTable, "TABLE_NOT_READ">> => {
  const read = await readTable(bytes, { columns: IMPORT_TABLE, rowsMost: ROWS_MOST }, language);
  return read.ok ? accept(read.table) : refuse("TABLE_NOT_READ", ["text"], { ...read.problem });
};

/** What a row describes, or the one thing that is wrong with it and where. */
export const judgeFileRow = (
  { cellName }: Pick<ImportFileTable, "cellName">,
  row: FileRow,
  programmes: ReadonlyMap<string, Programme>,
): ReadRow => {
  if (row.excess !== null) return { ok: false, problem: { code: "CELLS_TOO_MANY", params: row.excess } };
  const read = readImportRow(row.cells, programmes);
  if (read.ok) return read;
  const { code, params } = read.problem;
  const cell = params.column === undefined ? null : cellName(row, params.column as ImportColumn);
  return cell === null ? read : { ok: false, problem: { code, params: { ...params, cell } } };
};

/** As it was sent, to be corrected. */
export const sentRow = ({ cells }: FileRow): ImportRow =>
  Object.fromEntries(
    IMPORT_COLUMNS.flatMap((column) => {
      const text = cells[column]?.text;
      return text === undefined ? [] : [[column, text.slice(0, 1000)]];
    }),
  );
