/** Walks a list to a page far down, as a client does: cursors are opaque. */
import type { Person } from "./data/layout.js";
import { questionOf } from "./documents.js";

interface Answer {
  readonly data?: {
    readonly myRequests: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  };
}

/** The cursor after which page number `page` (of `size` rows) begins. */
export const walkToPage = async (port: number, person: Person, page: number, size: number): Promise<string> => {
  let after: string | null = null;
  for (let left = (page - 1) * size; left > 0; left -= Math.min(100, left)) {
    const reply = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${person.token}` },
      body: JSON.stringify({ query: questionOf("Walk"), variables: { first: Math.min(100, left), after } }),
    });
    const answer = (await reply.json()) as Answer;
    const info = answer.data?.myRequests.pageInfo;
    if (info === undefined || info.endCursor === null || !info.hasNextPage)
      throw new Error(`the list ends before page ${page}: ${JSON.stringify(answer).slice(0, 300)}`);
    after = info.endCursor;
  }
  if (after === null) throw new Error("page 1 has no cursor before it");
  return after;
};
