/** The rows of a file of agreements: CSV with a head, or a JSON list of objects with the same names (F56, F77). */
import { accept, IMPORT_COLUMNS, IMPORT_COLUMNS_NEEDED, type ImportRow, type Result, refuse } from "@accord/domain";
import { CsvError, parse } from "csv-parse/sync";

export interface FileRow {
  /** Line of the file, the head being line 1; place in the list for JSON. */
  readonly line: number;
  readonly row: ImportRow;
}

export const ROWS_MOST = 50_000;

type ReadFile = Result<readonly FileRow[], "IMPORT_NOT_VALID">;

const notValid = (params: Readonly<Record<string, string | number>>): ReadFile =>
  refuse("IMPORT_NOT_VALID", ["text"], params);

export const readImportFile = (text: string): ReadFile => {
  const read = /^\uFEFF?\s*\[/.test(text) ? readJson(text) : readCsv(text);
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return notValid({ reason: "EMPTY" });
  if (read.value.length > ROWS_MOST) return notValid({ reason: "TOO_LONG", max: ROWS_MOST });
  const missing = IMPORT_COLUMNS_NEEDED.filter((column) => !(column in first.row));
  return missing.length > 0 ? notValid({ reason: "COLUMNS", columns: missing.join(", ") }) : read;
};

const readCsv = (text: string): ReadFile => {
  try {
    const records = parse(text, {
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      max_record_size: 16_384,
    }) as unknown as { record: Readonly<Record<string, string>>; info: { lines: number } }[];
    return accept(records.map(({ record, info }) => ({ line: info.lines, row: columnsOf(record) })));
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    return notValid({ reason: "LINE", line });
  }
};

const readJson = (text: string): ReadFile => {
  let list: unknown;
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return notValid({ reason: "JSON" });
  }
  const isRecord = (one: unknown): boolean => typeof one === "object" && one !== null && !Array.isArray(one);
  if (!Array.isArray(list) || !list.every(isRecord)) return notValid({ reason: "JSON" });
  return accept(list.map((one, place) => ({ line: place + 1, row: columnsOf(one as Record<string, unknown>) })));
};

/** Only what an import knows, as text: numbers of a JSON file are written out. */
const columnsOf = (record: Readonly<Record<string, unknown>>): ImportRow =>
  Object.fromEntries(
    IMPORT_COLUMNS.filter((column) => Object.hasOwn(record, column)).map((column) => {
      const value = record[column];
      return [column, typeof value === "string" || typeof value === "number" ? String(value).slice(0, 1000) : ""];
    }),
  );
