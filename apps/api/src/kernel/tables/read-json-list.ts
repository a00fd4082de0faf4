/** A JSON list of objects as a table: a number stays a number, so that an ID in its place can be refused (F56, K2). */
import { type TableCell, type TableProblem, type TableReading, tableProblem, textCell } from "@accord/domain";
import type { Sliced } from "./slices.js";
import type { ReadTable, TableForm, TableRow } from "./table.js";
import { CELL_MOST, COLUMNS_MOST } from "./table-lines.js";

/** Read between two looks at whether others wait: elements, and characters in search of the end of one. */
const SLICE = 100;
const SIGNS = 32_768;
/** Longer ones have a cell that is too long, or are no rows at all: none is read as one. */
const ELEMENT_MOST = COLUMNS_MOST * CELL_MOST;

type Problem = { readonly ok: false; readonly problem: TableProblem };
const refuse = (problem: TableProblem): Problem => ({ ok: false, problem });

export function* readJsonList<Key extends string>(
  text: string,
  { columns, rowsMost }: TableForm<Key>,
  encoding: TableReading["encoding"],
): Sliced<ReadTable<Key>> {
  const names = new Set<string>();
  const rows: TableRow<Key>[] = [];
  let from = beginningOf(text);
  if (from === null) return refuse(tableProblem("NOT_JSON"));
  if (EMPTY_LIST.test(text)) return refuse(tableProblem("EMPTY"));
  for (let isLast = false; !isLast; ) {
    const until: number | null = yield* endOfElement(text, from);
    const line = rows.length + 1;
    if (until === null) return refuse(tableProblem("NOT_JSON"));
    if (until - from > ELEMENT_MOST) return refuse(tableProblem("CELL_LONG", { line, max: CELL_MOST }));
    const record = parsed(text.slice(from, until));
    if (!isRecord(record)) return refuse(tableProblem("NOT_JSON"));
    if (line > rowsMost) return refuse(tableProblem("TOO_MANY_ROWS", { max: rowsMost }));
    for (const name of Object.keys(record)) names.add(name);
    const cells = columns.flatMap(({ key }) =>
      Object.hasOwn(record, key) ? [[key, jsonCell(record[key])] as const] : [],
    );
    rows.push({ line, cells: Object.fromEntries(cells) as TableRow<Key>["cells"], excess: null });
    isLast = text[until] === "]";
    from = until + 1;
    if (line % SLICE === 0) yield;
  }
  if (!REST.test(text.slice(from))) return refuse(tableProblem("NOT_JSON"));
  const known = new Set<string>(columns.map(({ key }) => key));
  const missing = columns.filter(({ key, isNeeded }) => isNeeded && !names.has(key)).map(({ key }) => key);
  if (missing.length > 0) return refuse(tableProblem("NO_COLUMN", { place: missing.join(", ") }));
  const ignored = [...names].filter((name) => !known.has(name)).slice(0, 20);
  const reading = { form: "JSON", encoding, separator: null, sheet: null, ignored } as const;
  return { ok: true, table: { rows, reading, cellName: () => null } };
}

const EMPTY_LIST = /^[ \t\n\r]*\[[ \t\n\r]*\][ \t\n\r]*$/;
const REST = /^[ \t\n\r]*$/;
const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const [OPEN, CLOSE, OPEN_RECORD, CLOSE_RECORD] = [91, 93, 123, 125];

/** Where the first element may begin; null where there is no list. */
const beginningOf = (text: string): number | null => /^[ \t\n\r]*\[/.exec(text)?.[0].length ?? null;

/** The comma or bracket after the element at `from`; null where there is none. What the element is worth is not looked at. */
function* endOfElement(text: string, from: number): Sliced<number | null> {
  let depth = 0;
  let isQuoted = false;
  let pause = from + SIGNS;
  for (let place = from; place < text.length; place += 1) {
    const sign = text.charCodeAt(place);
    if (isQuoted) {
      if (sign === BACKSLASH) place += 1;
      else if (sign === QUOTE) isQuoted = false;
    } else if (sign === QUOTE) isQuoted = true;
    else if (depth === 0 && (sign === COMMA || sign === CLOSE)) return place;
    else if (sign === OPEN || sign === OPEN_RECORD) depth += 1;
    else if (sign === CLOSE || sign === CLOSE_RECORD) depth -= 1;
    if (place < pause) continue;
    pause = place + SIGNS;
    yield;
  }
  return null;
}

type JsonRecord = Readonly<Record<string, unknown>>;
const isRecord = (one: unknown): one is JsonRecord => typeof one === "object" && one !== null && !Array.isArray(one);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const jsonCell = (value: unknown): TableCell => {
  if (value === null) return textCell("");
  if (typeof value === "string") return textCell(value);
  if (typeof value === "number") return { kind: "NUMBER", text: String(value) };
  if (typeof value === "boolean") return { kind: "FLAG", text: String(value) };
  return { kind: "LIST", text: JSON.stringify(value).slice(0, 100) };
};
