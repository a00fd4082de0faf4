/** What differs between two contents of a pack, by names people know: entries are found by their slug, not by their place (F57). */

export const PACK_CHANGE_KINDS = ["ADDED", "REMOVED", "CHANGED", "REORDERED"] as const;

export interface PackChange {
  readonly op: (typeof PACK_CHANGE_KINDS)[number];
  /** As `windows-server.versions.windows-server-2022.mainstreamEnd`. */
  readonly path: string;
  /** JSON, cut where it is long; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

const KEYS = ["slug", "code", "id", "family", "tenantId", "country", "on"] as const;
const LONGEST = 400;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const written = (value: unknown): string | null => {
  if (value === undefined) return null;
  const text = JSON.stringify(value) ?? "null";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** The name every entry of both lists has, each another; null for lists of other things. */
const keyOf = (lists: readonly (readonly unknown[])[]): string | null =>
  KEYS.find((key) =>
    lists.every((list) => {
      const values = list.map((one) => (isRecord(one) ? one[key] : undefined));
      return values.every((value) => typeof value === "string") && new Set(values).size === list.length;
    }),
  ) ?? null;

const join = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);

export const diffOf = (before: unknown, after: unknown, path = ""): PackChange[] => {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ op: "ADDED", path, before: null, after: written(after) }];
  if (after === undefined) return [{ op: "REMOVED", path, before: written(before), after: null }];
  if (isRecord(before) && isRecord(after)) return diffOfNamed(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = before.length + after.length === 0 ? null : keyOf([before, after]);
    if (key !== null) return diffOfLists(before, after, key, path);
  }
  return [{ op: "CHANGED", path, before: written(before), after: written(after) }];
};

const diffOfNamed = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): PackChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    diffOf(before[name], after[name], join(path, name)),
  );

const diffOfLists = (
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  path: string,
): PackChange[] => {
  const named = (list: readonly unknown[]): Map<string, unknown> =>
    new Map(list.map((one) => [String((one as Readonly<Record<string, unknown>>)[key]), one]));
  const [was, is] = [named(before), named(after)];
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    diffOf(was.get(name), is.get(name), join(path, name)),
  );
  const order = (of: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
    [...of.keys()].filter((name) => other.has(name));
  const [orderBefore, orderAfter] = [order(was, is), order(is, was)];
  if (isSame(orderBefore, orderAfter)) return changes;
  return [...changes, { op: "REORDERED", path, before: written(orderBefore), after: written(orderAfter) }];
};
