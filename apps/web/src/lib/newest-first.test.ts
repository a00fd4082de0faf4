/** The cache of a list whose newest entries come first (R90, F76). */
import { InMemoryCache } from "@apollo/client";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { newestFirst } from "./newest-first";

const PAGE = parse(
  "query ($after: String) { list(after: $after) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }",
);

const cacheWith = () => {
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { list: newestFirst() } } } });
  const write = (ids: readonly number[], after: string | null, hasNextPage: boolean): void => {
    const edges = ids.map((id) => ({ cursor: `c${id}`, node: { __typename: "Entry", id: String(id) } }));
    const pageInfo = { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage };
    cache.writeQuery({ query: PAGE, variables: { after }, data: { list: { edges, pageInfo } } });
  };
  const read = () => {
    const { list } = cache.readQuery({ query: PAGE }) as {
      list: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    };
    return { ids: list.edges.map((edge) => Number(edge.node.id)), ...list.pageInfo };
  };
  return { write, read };
};

test("R90: older pages go to the end", () => {
  const { write, read } = cacheWith();
  write([9, 8, 7], null, true);
  write([6, 5], "c7", false);
  expect(read()).toEqual({ ids: [9, 8, 7, 6, 5], endCursor: "c5", hasNextPage: false });
});

test("F76: what is new comes before what is known, and nothing that was unfolded is forgotten", () => {
  const { write, read } = cacheWith();
  write([9, 8, 7], null, true);
  write([6, 5], "c7", false);
  write([11, 10, 9], null, true);
  expect(read()).toEqual({ ids: [11, 10, 9, 8, 7, 6, 5], endCursor: "c5", hasNextPage: false });
});

test("F76: after a long absence the list begins anew, without a gap", () => {
  const { write, read } = cacheWith();
  write([9, 8, 7], null, true);
  write([20, 19, 18], null, true);
  expect(read()).toEqual({ ids: [20, 19, 18], endCursor: "c18", hasNextPage: true });
});
