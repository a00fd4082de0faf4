/** What the changelog says of names of the frozen schema, as a program follows it (packages/schema/breaks.json): the questions are asked so, and the answers stay. */
import { readFileSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { publishedNames } from "./published-names.js";

interface Followed {
  /** What it is called today. */
  readonly now?: string;
  /** A list that is a connection today. */
  readonly isPaged?: boolean;
  /** The argument in which it stands today. */
  readonly within?: string;
  /** Fields of the types of what is an interface today, one of which has it: `Type.field`. */
  readonly on?: readonly string[];
}

const SAID = JSON.parse(
  readFileSync(new URL("../../packages/schema/breaks.json", import.meta.url), "utf8"),
) as Readonly<Record<string, string | Followed>>;
const ROWS = Object.entries(SAID).map(([name, said]) => ({ name, followed: typeof said === "string" ? {} : said }));
const isField = (name: string): boolean => name.includes(".");
const namesWithin = (isWanted: (name: string) => boolean): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ROWS.flatMap(({ name, followed: { now } }) => (now !== undefined && isWanted(name) ? [[name, now]] : [])),
  );

/** Fields that have another name: `Type.field` to its name. */
export const RENAMED_NAMES = namesWithin(isField);

/** Types that have another name; their fields are what they were. */
export const RENAMED_TYPES = namesWithin((name) => !isField(name));

/** Arguments that stand in another one today: `Type.field(argument)` to that. */
export const WRAPPED_ARGUMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  ROWS.flatMap(({ name, followed: { within } }) =>
    within === undefined ? [] : [[name.replace(/^(\w+\.\w+)\.(\w+)$/, "$1($2)"), within]],
  ),
);

/** Fields that stand on the types of an interface today: `Type.field` to each that has it. */
export const SPREAD_NAMES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ROWS.flatMap(({ name, followed: { on } }) => (on === undefined ? [] : [[name, on]])),
);

/** What the types of an interface call it, to what it was called while they were one. */
export const FORMER_NAMES: Readonly<Record<string, readonly string[]>> = Object.entries(SPREAD_NAMES).reduce(
  (names: Record<string, readonly string[]>, [before, places]) => {
    const [, former = ""] = before.split(".");
    for (const name of new Set(places.map((place) => place.replace(/^.*\./, ""))))
      if (name !== former) names[name] = [...(names[name] ?? []), former];
    return names;
  },
  {},
);

/** Lists that are connections today: each is asked for with `nodes`, which are what the list was. */
export const PAGED_NAMES: ReadonlySet<string> = new Set(
  ROWS.flatMap(({ name, followed }) => (followed.isPaged === true ? [name] : [])),
);

/** A name, on its type as that is called today. */
export const nameToday = (name: string): string => name.replace(/^\w+/, (type) => RENAMED_TYPES[type] ?? type);

/** Names of `before` that are not in `today`, under another name neither. */
export const namesGone = (before: GraphQLSchema, today: GraphQLSchema): readonly string[] => {
  const names = publishedNames(today);
  // What a renamed field takes went along with it.
  const isElsewhere = (name: string): boolean =>
    RENAMED_NAMES[name.replace(/\(.*/, "")] !== undefined ||
    WRAPPED_ARGUMENTS[name] !== undefined ||
    SPREAD_NAMES[name] !== undefined;
  return [...publishedNames(before)].filter((name) => !names.has(nameToday(name)) && !isElsewhere(name)).sort();
};

/** Whether the changelog says what to do without a name: `Type`, `Type.field`, `Type.field(argument)`; what a type had went with it. */
export const isToldGone = (name: string): boolean => {
  const path = name.replace("(", ".").replace(")", "");
  return [path, path.split(".")[0]].some((each) => each !== undefined && SAID[each] !== undefined);
};
