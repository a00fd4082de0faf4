/** What a cell of a sheet holds: its type and format tell a number from a day (K2). */
import { DAY, type TableCell, textCell } from "@accord/domain";

export interface SheetContext {
  readonly strings: readonly string[];
  /** By number of the cell's style: what a number in it is. */
  readonly formats: readonly NumberFormat[];
  /** Days count from 1904, as on old Macintoshes. */
  readonly is1904: boolean;
}
export type NumberFormat = "NUMBER" | "DAY" | "TIME";

export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly formula: string | null;
  readonly value: string;
  /** Text that stands in the cell itself. */
  readonly inline: string;
}

export const cellOf = ({ type, style, formula, value, inline }: RawCell, ground: SheetContext): TableCell => {
  if (formula !== null) return { kind: "FORMULA", text: `=${formula}` };
  switch (type) {
    case "s":
      return textCell(ground.strings[Number(value)] ?? "");
    case "inlineStr":
      return textCell(inline);
    case "str":
      return textCell(unescaped(value));
    case "b":
      return { kind: "FLAG", text: value === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "ERROR", text: value };
    case "d":
      return isoDay(value);
    default:
      return value === "" ? textCell("") : numberCell(value, ground.formats[style] ?? "NUMBER", ground.is1904);
  }
};

const numberCell = (value: string, format: NumberFormat, is1904: boolean): TableCell => {
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: "ERROR", text: value };
  const text = String(number);
  if (format === "NUMBER") return { kind: "NUMBER", text };
  const isDay = format === "DAY" && Number.isInteger(number) && number >= 0 && number < 2_958_466;
  return isDay ? dayOf(number, is1904) : { kind: "TIME", text };
};

/** A day of the spreadsheet. In the system of 1900 there is a 29 February that never was: day 60. */
const dayOf = (serial: number, is1904: boolean): TableCell => {
  if (!is1904 && (serial === 60 || serial === 0)) return { kind: "ERROR", text: String(serial) };
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return { kind: "DAY", text: new Date(start + serial * DAY).toISOString().slice(0, 10) };
};

const isoDay = (value: string): TableCell => {
  const [, day = "", rest = ""] = /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(value) ?? [];
  return day !== "" && /^(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.test(rest)
    ? { kind: "DAY", text: day }
    : { kind: "TIME", text: value };
};

/** Characters that XML cannot hold are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56]);

/** By number, and code where the workbook brings one. */
export const formatOf = (id: number, code: string | undefined): NumberFormat => {
  if (code === undefined) return BUILT_IN_DAYS.has(id) ? "DAY" : BUILT_IN_TIMES.has(id) ? "TIME" : "NUMBER";
  const signs = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/general|@|[0#?]/i.test(signs) && !/[dy]/i.test(signs.replace(/general/gi, "")))
    return /[hs]/i.test(signs) ? "TIME" : "NUMBER";
  if (/[dy]/i.test(signs)) return "DAY";
  if (/[hs]/i.test(signs)) return "TIME";
  return /m/i.test(signs) ? "DAY" : "NUMBER";
};

/** `AB12` as column 27 (from 0); null where it names none. */
export const columnOf = (reference: string | undefined): number | null => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

/** The letters of a column, from 0. */
export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
