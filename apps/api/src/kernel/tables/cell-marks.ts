/**
 * The apostrophe before a cell of a CSV file: what a spreadsheet would run as a formula, or would change on opening (leading zeros,
 * days, scientific form), stays the text it is. Taken off again when the file comes back.
 */

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** What a spreadsheet takes for a number or a day: digits first, or a month's name before digits. */
const CHANGED =
  /^(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ian|mai|iun|iul|noi)[a-zăâîșț]*[-\s./]?\d|(?:true|false)$)/i;

const isMarkable = (text: string): boolean => FORMULA.test(text) || CHANGED.test(text) || isMarked(text);
const isMarked = (text: string): boolean => text.startsWith("'") && isMarkable(text.slice(1));

/** `isKept`: also where only its look would change. */
export const markCell = (text: string, isKept: boolean): string =>
  FORMULA.test(text) || isMarked(text) || (isKept && CHANGED.test(text)) ? `'${text}` : text;

export const unmarkCell = (text: string): string => (isMarked(text) ? text.slice(1) : text);
