/** What a pack lacks and running agreements, requests, drafts or profiles still need: it would orphan them (F57, F59). */
import { isGeneralSubject, type PackKind, type RequestDraft } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import type { PackError } from "./pack-error.js";
import type { PackContents } from "./shapes.js";
import { type PackUse, packStore } from "./storage/pack.store.js";

type UsedBy = "PLANS" | "REQUESTS" | "DRAFTS" | "PROFILES";

const PAGE = 500;

/** Every draft that has not ended, a page at a time. */
export async function* openDrafts(stores: ReadStores, now: number): AsyncGenerator<RequestDraft> {
  for (let after = ""; ; ) {
    const drafts = await stores.of(packStore).draftsFrom(now, after, PAGE);
    yield* drafts;
    const last = drafts.at(-1);
    if (last === undefined || drafts.length < PAGE) return;
    after = last.id;
  }
}

const lacked = (used: ReadonlyMap<string, number>, known: ReadonlySet<string>, usedBy: UsedBy): PackError[] =>
  [...used]
    .filter(([value]) => !known.has(value))
    .map(([value, count]) => ({ code: "IN_USE", path: [], params: { value, count, usedBy } }));

/** A question about no product needs none of the pack (R99). */
const productsAlone = (used: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...used].filter(([id]) => !isGeneralSubject(id)));

const countedIn = async (
  stores: ReadStores,
  now: number,
  of: (draft: RequestDraft) => string | null,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for await (const draft of openDrafts(stores, now)) {
    const value = of(draft);
    // A draft keeps what was typed, right or wrong: only what was there before can be taken away.
    if (value !== null && known.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

const CHECKS: {
  readonly [Kind in PackKind]?: (
    content: PackContents[Kind],
    use: PackUse,
    draftsWith: (of: (draft: RequestDraft) => string | null) => Promise<ReadonlyMap<string, number>>,
  ) => Promise<PackError[]>;
} = {
  PROGRAMMES: async (programmes, use) => lacked(use.programmes, new Set(programmes.map(({ slug }) => slug)), "PLANS"),
  PRODUCTS: async (products, use, draftsWith) => {
    const slugs = new Set(products.map(({ slug }) => slug));
    const versions = new Set(products.flatMap((product) => product.versions.map(({ slug }) => slug)));
    return [
      ...lacked(productsAlone(use.versionsOfRequests), versions, "REQUESTS"),
      ...lacked(await draftsWith(({ content }) => content.productVersionId), versions, "DRAFTS"),
      ...lacked(await draftsWith(({ content }) => content.productId), slugs, "DRAFTS"),
    ];
  },
  REGIONS: async ({ countries }, use, draftsWith) => {
    const codes = new Set(countries.map(({ code }) => code));
    return [
      ...lacked(use.countriesOfRequests, codes, "REQUESTS"),
      ...lacked(use.countriesOfProfiles, codes, "PROFILES"),
      ...lacked(await draftsWith(({ content }) => content.country), codes, "DRAFTS"),
    ];
  },
};

/** `known`: the slugs and codes there were before. */
export const findErrorsOfUse = async <Kind extends PackKind>(
  stores: ReadStores,
  kind: Kind,
  content: PackContents[Kind],
  { now, known }: { readonly now: number; readonly known: ReadonlySet<string> },
): Promise<PackError[]> => {
  const check = CHECKS[kind];
  if (check === undefined) return [];
  const use = await stores.of(packStore).use();
  return check(content, use, (of) => countedIn(stores, now, of, known));
};
