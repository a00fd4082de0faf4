/** What one cell of a table says, and the forms that are taken for a day, a whole number, an identifier: told apart or refused, never reinterpreted (F56, K2). */
import { type CivilDate, isCivilDate } from "../shared/calendar.js";

/**
 * TEXT is as it was written. A spreadsheet and JSON know NUMBER, DAY and FLAG besides; everything else they can hold (a formula, an
 * error, an hour, a list) is of no use here and named as what it is.
 */
export const CELL_KINDS = ["TEXT", "NUMBER", "DAY", "FLAG", "FORMULA", "ERROR", "TIME", "LIST"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export interface TableCell {
  readonly kind: CellKind;
  /** A day as ISO text, a number as its file writes it, a formula with its sign of equality. */
  readonly text: string;
}

export const textCell = (text: string): TableCell => ({ kind: "TEXT", text });
const EMPTY = textCell("");

/** Spaces around a cell, also those that do not break, are no part of it. */
export const trimmedText = (text: string): string => text.replace(/^[\s\u00A0\uFEFF]+|[\s\u00A0\uFEFF]+$/g, "");

/** What is wrong with a cell: the form it has instead. */
export type CellFault =
  | "EMPTY"
  | "LONG"
  | DayFault
  | CountFault
  | IdentifierFault
  | Exclude<CellKind, "TEXT" | "DAY" | "NUMBER">;
type DayFault = "DAY_OTHER_ORDER" | "DAY_IMPOSSIBLE" | "DAY_NUMBER" | "DAY_OTHER";
type CountFault =
  | "COUNT_DECIMAL"
  | "COUNT_GROUPED"
  | "COUNT_SCIENTIFIC"
  | "COUNT_LEADING_ZERO"
  | "COUNT_NEGATIVE"
  | "COUNT_LARGE"
  | "COUNT_OTHER";
type IdentifierFault =
  | "IDENTIFIER_NUMBER"
  | "IDENTIFIER_SCIENTIFIC"
  | "IDENTIFIER_DAY"
  | "IDENTIFIER_OTHER"
  | "TEXT_NUMBER"
  | "TEXT_DAY";

export type ReadCell<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: CellFault; readonly shown: string };

const taken = <Value>(value: Value): ReadCell<Value> => ({ ok: true, value });
const faulty = (fault: CellFault, { text }: TableCell): ReadCell<never> => ({
  ok: false,
  fault,
  shown: text.slice(0, 40),
});

const LONGEST = 1000;

/** The cell without what surrounds it; a kind that is never taken is the fault. */
const plain = (cell: TableCell | undefined): ReadCell<TableCell> => {
  const { kind, text } = cell ?? EMPTY;
  if (kind !== "TEXT" && kind !== "NUMBER" && kind !== "DAY") return faulty(kind, { kind, text });
  if (text.length > LONGEST) return faulty("LONG", { kind, text });
  return taken({ kind, text: trimmedText(text) });
};

/** Text, empty where there is none; a number or a day in its place was made by a spreadsheet and may not be what was typed. */
export const readText = (cell: TableCell | undefined): ReadCell<string> => {
  const read = plain(cell);
  if (!read.ok) return read;
  if (read.value.kind === "NUMBER") return faulty("TEXT_NUMBER", read.value);
  return read.value.kind === "DAY" ? faulty("TEXT_DAY", read.value) : taken(read.value.text);
};

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]\d+$/i;
const DAY_LIKE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

/** An identifier is text: a number has lost its leading zeros before it came here. */
export const readIdentifier = (cell: TableCell | undefined): ReadCell<string> => {
  const read = plain(cell);
  if (!read.ok) return read;
  const { kind, text } = read.value;
  if (kind === "NUMBER") return faulty("IDENTIFIER_NUMBER", read.value);
  if (kind === "DAY" || DAY_LIKE.test(text)) return faulty("IDENTIFIER_DAY", read.value);
  return SCIENTIFIC.test(text) || /^\d+[.,]\d+e\d+$/i.test(text)
    ? faulty("IDENTIFIER_SCIENTIFIC", read.value)
    : taken(text);
};

/** ISO 8601, or a spreadsheet's own day. Empty: null. */
export const readDay = (cell: TableCell | undefined): ReadCell<CivilDate | null> => {
  const read = plain(cell);
  if (!read.ok) return read;
  const { kind, text } = read.value;
  if (text === "") return taken(null);
  if (kind === "NUMBER" || /^\d+(?:[.,]\d+)?$/.test(text)) return faulty("DAY_NUMBER", read.value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isCivilDate(text) ? taken(text) : faulty("DAY_IMPOSSIBLE", read.value);
  return faulty(/^\d{1,2}([./-])\d{1,2}\1\d{2,4}$/.test(text) ? "DAY_OTHER_ORDER" : "DAY_OTHER", read.value);
};

const WHOLE = /^(?:0|[1-9]\d*)$/;
const LARGEST_DIGITS = 6;

/** A whole number as `0` or `20`. Empty: null. */
export const readCount = (cell: TableCell | undefined): ReadCell<number | null> => {
  const read = plain(cell);
  if (!read.ok) return read;
  const { kind, text } = read.value;
  if (text === "") return taken(null);
  if (kind === "DAY") return faulty("COUNT_OTHER", read.value);
  if (!WHOLE.test(text)) return faulty(countFault(text), read.value);
  return text.length > LARGEST_DIGITS ? faulty("COUNT_LARGE", read.value) : taken(Number(text));
};

const countFault = (text: string): CountFault => {
  if (/^-/.test(text)) return "COUNT_NEGATIVE";
  if (/^0\d+$/.test(text)) return "COUNT_LEADING_ZERO";
  if (SCIENTIFIC.test(text) || /^\d+(?:[.,]\d+)?e\d+$/i.test(text)) return "COUNT_SCIENTIFIC";
  // Three digits behind a point or comma are thousands in one country and thousandths in the next.
  if (/^\d{1,3}(?:[.,\s\u00A0\u202F'’]\d{3})+$/.test(text)) return "COUNT_GROUPED";
  return /^\d+[.,]\d+$/.test(text) ? "COUNT_DECIMAL" : "COUNT_OTHER";
};
