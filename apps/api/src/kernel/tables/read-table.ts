/** THE reader of tables that people send: CSV and its kin in the encodings spreadsheets write, workbooks, JSON lists (F56, K2). */
import {
  columnsOfHead,
  type Language,
  type TableCell,
  type TableProblem,
  type TableProblemCode,
  type TableReading,
  tableProblem,
  textCell,
  trimmedText,
} from "@accord/domain";
import { unmarkCell } from "./cell-marks.js";
import { decodeText } from "./decode-text.js";
import { readDelimited } from "./read-delimited.js";
import { readJsonList } from "./read-json-list.js";
import { readWorkbook } from "./read-workbook.js";
import { inSlices, type Sliced } from "./slices.js";
import type { ReadTable, TableForm, TableRow } from "./table.js";
import { COLUMNS_MOST, type TableLine, type TableLines } from "./table-lines.js";
import { lettersOf } from "./workbook-cells.js";

const refuse = (reason: TableProblemCode, more?: Partial<TableProblem>) =>
  ({ ok: false, problem: tableProblem(reason, more) }) as const;

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

/** `language` is the reader's: which code page a file without any sign of one is in. Others have their turn in between. */
export const readTable = async <Key extends string>(
  bytes: Uint8Array,
  form: TableForm<Key>,
  language: Language,
): Promise<ReadTable<Key>> => {
  // The container of old workbooks, and of new ones behind a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse("OLD_WORKBOOK");
  if (startsWith(bytes, 0x50, 0x4b)) {
    const read = await readWorkbook(bytes, form.rowsMost + 1);
    return read.ok ? inSlices(tableOf(read.lines, form, { form: "XLSX", encoding: null })) : read;
  }
  const decoded = decodeText(bytes, language);
  if (decoded === null) return refuse("NOT_TEXT");
  return inSlices(readTableText(decoded.text, form, decoded.assumed));
};

/** The same for what is text already. */
export function* readTableText<Key extends string>(
  text: string,
  form: TableForm<Key>,
  encoding: TableReading["encoding"] = null,
): Sliced<ReadTable<Key>> {
  const bare = text.replace(/^\uFEFF/, "");
  if (/^\s*\[/.test(bare)) return yield* readJsonList(bare, form, encoding);
  const read = yield* readDelimited(bare, form.rowsMost + 1);
  return read.ok ? yield* tableOf(read.lines, form, { form: "CSV", encoding }) : read;
}

/** Rows looked at between two looks at whether others wait. */
const SLICE = 500;

function* tableOf<Key extends string>(
  { lines, separator, sheet }: TableLines,
  form: TableForm<Key>,
  how: Pick<TableReading, "form" | "encoding">,
): Sliced<ReadTable<Key>> {
  const first = lines.findIndex(isFilled);
  const head = lines[first];
  if (head === undefined) return refuse("EMPTY");
  const names = head.cells.map(({ text }) => trimmedText(unmarkCell(text)));
  const columns = columnsOfHead(names, form.columns);
  const problem = problemOfHead(head, names, columns, form);
  if (problem !== null) return { ok: false, problem };
  const rows: TableRow<Key>[] = [];
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined && isFilled(line)) rows.push(rowOf(line, columns, names, how.form));
    if (at % SLICE === 0) yield;
  }
  if (rows.length === 0) return refuse("EMPTY");
  if (rows.length > form.rowsMost) return refuse("TOO_MANY_ROWS", { max: form.rowsMost });
  const ignored = names.filter((name, at) => columns[at] === null && name !== "").slice(0, 20);
  const cellName = ({ line }: { line: number }, column: Key): string | null =>
    sheet === null ? null : `${lettersOf(columns.indexOf(column))}${line}`;
  return { ok: true, table: { rows, reading: { ...how, separator, sheet, ignored }, cellName } };
}

const isFilled = ({ cells }: TableLine): boolean => cells.some(({ text }) => trimmedText(text) !== "");

const problemOfHead = <Key extends string>(
  { line }: TableLine,
  names: readonly string[],
  columns: readonly (Key | null)[],
  form: TableForm<Key>,
): TableProblem | null => {
  if (names.length > COLUMNS_MOST) return tableProblem("TOO_MANY_COLUMNS", { line, max: COLUMNS_MOST });
  const twice = columns.find((key, at) => key !== null && columns.indexOf(key) !== at);
  if (twice) return tableProblem("COLUMN_TWICE", { line, place: twice });
  const missing = form.columns.filter(({ key, isNeeded }) => isNeeded && !columns.includes(key)).map(({ key }) => key);
  return missing.length > 0 ? tableProblem("NO_COLUMN", { line, place: missing.join(", ") }) : null;
};

const rowOf = <Key extends string>(
  { line, cells }: TableLine,
  columns: readonly (Key | null)[],
  names: readonly string[],
  form: TableReading["form"],
): TableRow<Key> => {
  const own: Partial<Record<Key, TableCell>> = {};
  for (const [at, key] of columns.entries()) {
    const cell = cells[at];
    if (key !== null && cell !== undefined) own[key] = cell.kind === "TEXT" ? textCell(unmarkCell(cell.text)) : cell;
  }
  const last = cells.findLastIndex(({ text }, at) => text !== "" && (names[at] ?? "") === "");
  const isExcess = cells.length > names.length || last >= 0;
  return {
    line,
    cells: own,
    excess: isExcess ? { form, cells: cells.length, columns: names.filter(Boolean).length } : null,
  };
};
