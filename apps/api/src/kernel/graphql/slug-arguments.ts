/** Nouns of the catalogue have a slug, and a global id made of it: arguments take either, and use cases see the slug. */
import type { NodeKind } from "./context.js";

/** The prefix of the global ids that an argument takes, by its name: `productVersionId`, or `product.id` of one root field. */
export type SlugArguments = ReadonlyMap<string, string>;

/** Parts of a slug that is unique within another one stand behind each other. */
export const WITHIN = ":";

/** The global id of what has this slug, within the slugs before it. */
export const slugId = (prefix: string, ...slugs: readonly string[]): string => `${prefix}_${slugs.join(WITHIN)}`;

/** The two names of what has a slug of its own: a global id, and the slug. */
export const slugReaders = (prefix: string) => ({
  id: ({ id }: { readonly id: string }): string => slugId(prefix, id),
  slug: ({ id }: { readonly id: string }): string => id,
});

export const slugArguments = (nodes: Readonly<Record<string, NodeKind>>): SlugArguments =>
  new Map(Object.entries(nodes).flatMap(([prefix, { slugIn = [] }]) => slugIn.map((name) => [name, prefix] as const)));

type Values = Readonly<Record<string, unknown>>;

/** The arguments of a root field with slugs where global ids stood; an id of another type stays, and names nothing. */
export const withSlugs = <Args extends Values>(args: Args, field: string, prefixes: SlugArguments): Args => {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    const slugs = slugsIn(value, prefixes.get(name) ?? prefixes.get(`${field}.${name}`), field, prefixes);
    if (slugs !== value) changed[name] = slugs;
  }
  return Object.keys(changed).length === 0 ? args : { ...args, ...changed };
};

const slugsIn = (value: unknown, prefix: string | undefined, field: string, prefixes: SlugArguments): unknown => {
  if (typeof value === "string") return prefix === undefined ? value : slugOf(prefix, value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => slugsIn(item, prefix, field, prefixes));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return typeof value === "object" && value !== null ? withSlugs(value as Values, field, prefixes) : value;
};

const slugOf = (prefix: string, id: string): string =>
  id.startsWith(`${prefix}_`) ? id.slice(Math.max(prefix.length, id.lastIndexOf(WITHIN)) + 1) : id;
