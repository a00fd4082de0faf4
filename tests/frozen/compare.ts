/** What differs between a recorded answer and today's, and which differences were meant. */
import { readdirSync, readFileSync } from "node:fs";

export interface Difference {
  readonly answer: string;
  /** `data.purchases.nodes.0.amountMinor`; a list of another length: `….length`. */
  readonly path: string;
  /** Undefined: was or is not there. */
  readonly was: unknown;
  readonly is: unknown;
}

/** A deliberate change: `*` stands for any one step of a path, or any text of an answer's name. */
export interface Amendment {
  readonly file: string;
  readonly reason: string;
  readonly answers: string;
  readonly path: string;
  /** Left out: any value. */
  readonly was?: unknown;
  readonly is?: unknown;
}

interface AmendmentFile {
  readonly reason: string;
  readonly changes: readonly Omit<Amendment, "file" | "reason">[];
}

/** Every file of `amendments/`: one for each deliberate change. */
export const readAmendments = (folder: URL): Amendment[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const { reason, changes } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as AmendmentFile;
      if (!reason) throw new Error(`${file} gives no reason`);
      return changes.map((change) => ({ ...change, file, reason }));
    });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Today's answer in the shape of then: a list wherever one was answered and a page of it is now, and what a type calls differently under the name that all had. `formerly`: a name to what it was called. */
export const inOldShape = (
  was: unknown,
  is: unknown,
  formerly: Readonly<Record<string, readonly string[]>>,
): unknown => {
  const inner = (before: unknown, after: unknown): unknown => inOldShape(before, after, formerly);
  if (!isObject(was) || !isObject(is)) return is;
  if (Array.isArray(was) && !Array.isArray(is) && Array.isArray(is.nodes)) return inner(was, is.nodes);
  if (Array.isArray(is)) return is.map((item: unknown, place) => inner(was[String(place)], item));
  return Object.fromEntries(
    Object.entries(is).flatMap(([name, value]) => {
      const names = name in was ? [name] : (formerly[name]?.filter((former) => former in was) ?? []);
      return (names.length === 0 ? [name] : names).map((each) => [each, inner(was[each], value)]);
    }),
  );
};

export const differencesOf = (answer: string, was: unknown, is: unknown, path = ""): Difference[] => {
  if (!isObject(was) || !isObject(is) || Array.isArray(was) !== Array.isArray(is))
    return Object.is(was, is) ? [] : [{ answer, path, was, is }];
  const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  const inner = (key: string): Difference[] => differencesOf(answer, was[key], is[key], at(key));
  if (!Array.isArray(was) || !Array.isArray(is)) return [...keys].flatMap(inner);
  const length = differencesOf(answer, was.length, is.length, at("length"));
  return [...length, ...was.flatMap((_, place) => (place < is.length ? inner(String(place)) : []))];
};

/** Differences nobody has amended, and amendments that nothing needs. */
export const judge = (
  differences: readonly Difference[],
  amendments: readonly Amendment[],
): { readonly unmeant: readonly Difference[]; readonly unneeded: readonly Amendment[] } => ({
  unmeant: differences.filter((difference) => !amendments.some((one) => amends(one, difference))),
  unneeded: amendments.filter((one) => !differences.some((difference) => amends(one, difference))),
});

const amends = (amendment: Amendment, { answer, path, was, is }: Difference): boolean =>
  matches(amendment.answers, answer, ".*") &&
  matches(amendment.path, path, "[^.]+") &&
  (!("was" in amendment) || isSame(amendment.was, was)) &&
  (!("is" in amendment) || isSame(amendment.is, is));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const matches = (pattern: string, text: string, any: string): boolean => {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(any)}$`, "s").test(text);
};
