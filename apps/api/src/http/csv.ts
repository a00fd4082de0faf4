/** CSV as spreadsheets read it (RFC 4180), with nothing in it that one of them would run as a formula. */

export type CsvValue = string | number | boolean | null;

/** What a spreadsheet takes for the beginning of a formula. A number written by us begins with a digit or a minus and is none. */
const FORMULA = /^[=+\-@\t\r]/;

const cellOf = (value: CsvValue): string => {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line with its end. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cellOf).join(",")}\r\n`;

/** A whole file: a mark that it is UTF-8, the head, the rows. */
export const csvText = (head: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  `\uFEFF${csvLine(head)}${rows.map(csvLine).join("")}`;
