/** CSV and its kin, strictly after RFC 4180 but for the separator: quotation marks that do not pair are never guessed at (K2). */
import { type TableProblem, type TableReading, tableProblem, textCell } from "@accord/domain";
import { CsvError, parse } from "csv-parse/sync";
import type { Sliced } from "./slices.js";
import { CELL_MOST, COLUMNS_MOST, type TableLine, type TableLines } from "./table-lines.js";

export type Separator = NonNullable<TableReading["separator"]>;
const SEPARATORS: readonly Separator[] = [",", ";", "\t"];
/** Read between two looks at whether others wait. */
const SLICE = 32_768;

type Read = { readonly ok: true; readonly lines: TableLines } | { readonly ok: false; readonly problem: TableProblem };

/** Every line of the text with its number in the file; stops once there are more than `most`. */
export function* readDelimited(text: string, most: number): Sliced<Read> {
  const { separator, begins, line: first } = beginningOf(text);
  const lines: TableLine[] = [];
  let line = first;
  for (let from = begins; from < text.length && lines.length <= most; ) {
    const until = endOfSlice(text, from);
    const read = readSlice(text.slice(from, until), separator, line);
    if (!read.ok) return { ok: false, problem: withColumn(read.problem, lines[0] ?? read.lines[0]) };
    for (const each of read.lines) lines.push(each);
    line = read.next;
    from = until;
    yield;
  }
  return { ok: true, lines: { lines, separator, sheet: null } };
}

/** A line `sep=;` of a spreadsheet says the separator; else the head does. */
const beginningOf = (text: string): { separator: Separator; begins: number; line: number } => {
  const said = /^"?sep=([,;\t|])"?(\r\n|\n|\r)/i.exec(text);
  if (said !== null) return { separator: said[1] as Separator, begins: said[0].length, line: 2 };
  return { separator: separatorOf(text.slice(0, 20_000)), begins: 0, line: 1 };
};

/** The one that stands most often outside quotation marks in the first line that holds anything. */
const separatorOf = (text: string): Separator => {
  const head = /[^\s,;"][^\r\n]*|"[^\r\n]*/.exec(text)?.[0] ?? "";
  const bare = head.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((sign) => bare.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
};

/** A break of lines outside quotation marks, once the slice is long enough. */
const endOfSlice = (text: string, from: number): number => {
  let isQuoted = false;
  for (let place = from; place < text.length; place += 1) {
    const sign = text.charCodeAt(place);
    if (sign === 34) isQuoted = !isQuoted;
    else if (!isQuoted && place - from >= SLICE && (sign === 10 || (sign === 13 && text.charCodeAt(place + 1) !== 10)))
      return place + 1;
  }
  return text.length;
};

type ReadSlice =
  | { readonly ok: true; readonly lines: readonly TableLine[]; readonly next: number }
  | {
      readonly ok: false;
      readonly problem: TableProblem & { readonly at?: number };
      readonly lines: readonly TableLine[];
    };

const readSlice = (text: string, delimiter: Separator, first: number): ReadSlice => {
  // Where the record that is being read begins.
  let next = first;
  const lines: TableLine[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      max_record_size: CELL_MOST * COLUMNS_MOST,
      on_record: (record: readonly string[], { lines: read }) => {
        lines.push({ line: next, cells: record.map(textCell) });
        next = first + read;
        return null;
      },
    });
    return { ok: true, lines, next };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: problemOf(error, first, next), lines };
  }
};

const problemOf = (error: CsvError, first: number, next: number): TableProblem & { at?: number } => {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return tableProblem("OPEN_QUOTE", { line: next });
  if (error.code === "CSV_MAX_RECORD_SIZE") return tableProblem("CELL_LONG", { line: next, max: CELL_MOST });
  const line = first + Number(error.lines ?? 1) - 1;
  return { ...tableProblem("STRAY_QUOTE", { line }), at: Number(error.column ?? 0) };
};

/** The name the head gives the cell, or its place. */
const withColumn = ({ at, ...problem }: TableProblem & { at?: number }, head: TableLine | undefined): TableProblem =>
  at === undefined ? problem : { ...problem, place: head?.cells[at]?.text || String(at + 1) };
