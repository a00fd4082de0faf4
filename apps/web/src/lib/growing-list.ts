/** A connection that only grows at its end: pages are laid over what is known, so asking for the first page again forgets nothing. */
import type { FieldPolicy, Reference } from "@apollo/client";

interface Edge {
  readonly cursor: string;
  readonly node: Reference;
}
interface Page {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage?: boolean };
}

/** Policy for such a field. */
export const growingList = (): FieldPolicy<Page> => ({
  keyArgs: false,
  merge(known, page, { args }) {
    if (known === undefined) return page;
    const cursors = new Set(known.edges.map((edge) => edge.cursor));
    const fresh = page.edges.filter((edge) => !cursors.has(edge.cursor));
    // Who brought the last entry knows where the list ends.
    const isNewer = fresh.length > 0 || args?.["after"] === known.pageInfo.endCursor;
    const { endCursor, ...pageInfo } = isNewer ? page.pageInfo : known.pageInfo;
    return {
      ...page,
      edges: [...known.edges, ...fresh],
      pageInfo: { ...pageInfo, endCursor: endCursor ?? known.pageInfo.endCursor ?? null },
    };
  },
});
