/** A connection whose newest entries come first: older pages go to its end, and asking for the beginning again lays what is new before what is known. */
import type { FieldPolicy, Reference } from "@apollo/client";

interface Edge {
  readonly cursor: string;
  readonly node: Reference;
}
interface Page {
  readonly edges: readonly Edge[];
  readonly pageInfo: object;
}

/** Policy for such a field. */
export const newestFirst = (): FieldPolicy<Page> => ({
  keyArgs: false,
  merge(known, page, { args }) {
    if (known === undefined) return page;
    const cursors = new Set(known.edges.map((edge) => edge.cursor));
    const fresh = page.edges.filter((edge) => !cursors.has(edge.cursor));
    if (typeof args?.after === "string") return { ...page, edges: [...known.edges, ...fresh] };
    // Nothing in common: between the two something may be missing, so the list begins anew.
    if (fresh.length === page.edges.length && fresh.length > 0) return page;
    return { ...page, edges: [...fresh, ...known.edges], pageInfo: known.pageInfo };
  },
});
