/** CSV as spreadsheets read it (RFC 4180), with nothing in it that one of them would run as a formula (F56, F82, K2). */
import type { Language } from "@accord/domain";
import { markCell } from "./cell-marks.js";
import type { Separator } from "./read-delimited.js";

/** Text that a spreadsheet must not change: IDs with leading zeros, days, what somebody sent. */
export interface KeptText {
  readonly kept: string;
}
export type TableValue = string | number | boolean | null | KeptText;
export const kept = (text: string): KeptText => ({ kept: text });

const cellOf = (value: TableValue, separator: string): string => {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const isKept = typeof value !== "string";
  const safe = markCell(isKept ? value.kept : value, isKept);
  // A single empty cell is a line that says nothing; spaces at the edges would be lost to others' readers.
  return safe.includes(separator) || /["\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines, each with its end. */
export const writeDelimited = (rows: readonly (readonly TableValue[])[], separator: Separator): string =>
  rows.map((row) => `${row.map((value) => cellOf(value, separator)).join(separator)}\r\n`).join("");

/** What a spreadsheet of this language divides cells by: where the comma stands in numbers, the semicolon. */
export const separatorFor = (language: Language): Separator => (language === "ro" ? ";" : ",");
