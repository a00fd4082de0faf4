/** A JSON list of objects as a table: a number stays a number, so that an ID in its place can be refused (F56, K2). */
import { type TableCell, type TableProblem, type TableReading, tableProblem, textCell } from "@accord/domain";
import type { ReadTable, TableForm, TableRow } from "./read-table.js";
import type { Sliced } from "./slices.js";

/** Read between two looks at whether others wait. */
const SLICE = 500;

type Problem = { readonly ok: false; readonly problem: TableProblem };
const refuse = (problem: TableProblem): Problem => ({ ok: false, problem });

export function* readJsonList<Key extends string>(
  text: string,
  { columns, rowsMost }: TableForm<Key>,
  encoding: TableReading["encoding"],
): Sliced<ReadTable<Key>> {
  const list = parsed(text);
  if (!Array.isArray(list) || !list.every(isRecord)) return refuse(tableProblem("NOT_JSON"));
  if (list.length === 0) return refuse(tableProblem("EMPTY"));
  if (list.length > rowsMost) return refuse(tableProblem("TOO_MANY_ROWS", { max: rowsMost }));
  const names = new Set<string>();
  const rows: TableRow<Key>[] = [];
  for (const [place, record] of list.entries()) {
    for (const name of Object.keys(record)) names.add(name);
    const cells = columns.flatMap(({ key }) =>
      Object.hasOwn(record, key) ? [[key, jsonCell(record[key])] as const] : [],
    );
    rows.push({ line: place + 1, cells: Object.fromEntries(cells) as TableRow<Key>["cells"], excess: null });
    if (place % SLICE === SLICE - 1) yield;
  }
  const known = new Set<string>(columns.map(({ key }) => key));
  const missing = columns.filter(({ key, isNeeded }) => isNeeded && !names.has(key)).map(({ key }) => key);
  if (missing.length > 0) return refuse(tableProblem("NO_COLUMN", { place: missing.join(", ") }));
  const ignored = [...names].filter((name) => !known.has(name)).slice(0, 20);
  const reading = { form: "JSON", encoding, separator: null, sheet: null, ignored } as const;
  return { ok: true, table: { rows, reading, cellName: () => null } };
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
