/** Reads the file of a pack: its text, its form, and what stands in it twice or the wrong way round; every problem with its line (F57, F59). */
import type { PackKind, PackProblem, z } from "@accord/domain";
import {
  type Path,
  type PositionedJson,
  pathText,
  readPositionedJson,
  shown,
} from "../../kernel/text/positioned-json.js";
import { findErrorsWithin } from "./find-errors-within.js";
import type { PackError } from "./pack-error.js";
import { type PackContents, SHAPES } from "./shapes.js";
import { isTable, readTenantsTable } from "./tenants-table.js";

/** Twice the largest of the reference data many times over. */
export const PACK_BYTES = 8 * 1024 * 1024;
const PROBLEMS_MOST = 100;

export interface ReadPack<Kind extends PackKind> {
  readonly content: PackContents[Kind];
  readonly locate: (faults: readonly PackError[]) => readonly PackProblem[];
}

export type PackRead<Kind extends PackKind> =
  | { readonly ok: true; readonly value: ReadPack<Kind> }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

export const readPack = <Kind extends PackKind>(kind: Kind, raw: string): PackRead<Kind> => {
  const text = raw.replace(/^\uFEFF/, "");
  if (Buffer.byteLength(text) > PACK_BYTES)
    return { ok: false, problems: [{ code: "TOO_LARGE", line: 1, path: "", params: { max: PACK_BYTES } }] };
  const read = kind === "PARTNER_TENANTS" && isTable(text) ? readTenantsTable(text) : readPositionedJson(text);
  if (!read.ok) return read;
  const located = read.value;
  const parsed = SHAPES[kind].safeParse(located.value);
  const locate = locatorOf(located);
  if (!parsed.success)
    return { ok: false, problems: locate(parsed.error.issues.flatMap((issue) => readErrors(issue, located.value))) };
  const content = parsed.data as PackContents[Kind];
  const faults = findErrorsWithin(kind, content, (path) => located.lineOf(path));
  return faults.length > 0 ? { ok: false, problems: locate(faults) } : { ok: true, value: { content, locate } };
};

const locatorOf =
  (located: PositionedJson) =>
  (faults: readonly PackError[]): readonly PackProblem[] =>
    // Two checks of one value that say the same are one problem.
    [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
      .slice(0, PROBLEMS_MOST)
      .map(({ code, path, params }) => ({ code, line: located.lineOf(path), path: pathText(path), params }))
      .sort((a, b) => a.line - b.line);

const EXPECTED_BY_TYPE: Readonly<Record<string, string>> = {
  string: "TEXT",
  number: "NUMBER",
  int: "NUMBER",
  boolean: "FLAG",
  array: "LIST",
  object: "OBJECT",
};
const EXPECTED = new Set([...Object.values(EXPECTED_BY_TYPE), "DAY", "TIME", "ZONE", "SLUG", "AMOUNT", "CURRENCY"]);

const readErrors = (issue: z.core.$ZodIssue, value: unknown): PackError[] => {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ code: "UNKNOWN_NAME", path: [...path, key], params: { name: shown(key) } }));
  const name = path.at(-1);
  if (name !== undefined && valueAt(value, path) === undefined)
    return [{ code: "MISSING", path, params: { name: String(name) } }];
  if (issue.code === "too_big" && issue.origin === "array" && !EXPECTED.has(issue.message))
    return [{ code: "TOO_LARGE", path, params: { max: Number(issue.maximum) } }];
  if (issue.code === "invalid_value")
    return [{ code: "WRONG_FORM", path, params: wrongForm("CHOICE", issue.values.map(String).join(", ")) }];
  const expected = issue.code === "invalid_type" ? EXPECTED_BY_TYPE[issue.expected] : issue.message;
  const max = issue.code === "too_big" && expected === "TEXT" ? Number(issue.maximum) : 200;
  return [
    {
      code: "WRONG_FORM",
      path,
      params: wrongForm(expected !== undefined && EXPECTED.has(expected) ? expected : "OTHER", "", max),
    },
  ];
};

const wrongForm = (expected: string, options = "", max = 200): PackError["params"] => ({ expected, options, max });

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === "object" && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
