/** Every `id` is a global one: of a Node, of one thing alone, and leading back to it (F73). */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODULES } from "../../apps/api/src/modules/modules.js";
import { buildApiSchema } from "../../apps/api/src/schema.js";
import { startTestServer, type TestServer } from "../support/test-server.js";

const DEPTH = 5;
const LIMITS = JSON.stringify({ operationCost: 10_000_000, documentTokens: 100_000, costBucket: 1_000_000_000 });

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildApiSchema();
});

/** Types that call something of theirs `id` without being a Node. */
const withoutNode = (types: readonly GraphQLNamedType[]): string[] =>
  types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => type.getFields().id !== undefined && type.name !== "Node")
    .filter((type) => !type.getInterfaces().some(({ name }) => name === "Node"))
    .map(({ name }) => name);

describe("ids in the schema", () => {
  it("F73: what has an id is a Node, and what shows something else names that instead", () => {
    expect(withoutNode(Object.values(schema.getTypeMap()))).toEqual([]);
    const [planted] = Object.values(schema.getTypeMap()).filter(({ name }) => name === "SupportPlan");
    if (!isObjectType(planted)) throw new Error("no SupportPlan");
    expect(withoutNode([Object.assign(Object.create(planted), { getInterfaces: () => [] })])).toEqual(["SupportPlan"]);
  });

  it("F73: every Node is found by the prefix of its ids, one prefix for a type", () => {
    const node = schema.getType("Node");
    if (!isInterfaceType(node)) throw new Error("no Node");
    const found = Object.values(MODULES.nodes).flatMap(({ type: name }) => {
      const type = schema.getType(name);
      return isInterfaceType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : name;
    });
    expect(found.toSorted()).toEqual(
      schema
        .getPossibleTypes(node)
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});

/** The ids below a type, with what they are ids of. */
const selectionOf = (type: GraphQLNamedType, depth: number): string => {
  if (!isObjectType(type) && !isInterfaceType(type)) return "{ __typename }";
  const fields = Object.values(type.getFields()).flatMap((field): string[] => {
    const target = getNamedType(field.type);
    if (isLeafType(target)) return ["id", "slug"].includes(field.name) ? [field.name] : [];
    // A page has its items twice.
    if (field.args.some(isRequiredArgument) || depth === 0 || field.name === "edges") return [];
    return [`${field.name} ${selectionOf(target, depth - 1)}`];
  });
  return `{ __typename ${fields.join(" ")} }`;
};

interface Seen {
  readonly id: string;
  readonly type: string;
  readonly slug: string | null;
}

interface Timed {
  readonly __typename: string;
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
/** Nothing of the demo world is older. */
const FIRST_DAY = "2019-01-01";

const seenIn = (value: unknown): Seen[] => {
  if (Array.isArray(value)) return value.flatMap(seenIn);
  if (typeof value !== "object" || value === null) return [];
  const { __typename: type, id, slug = null, ...rest } = value as Record<string, unknown>;
  const own = typeof id === "string" ? [{ id, type, slug } as Seen] : [];
  return [...own, ...Object.values(rest).flatMap(seenIn)];
};

describe("ids in the demo world", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ seed: "demo", env: { ACCORD_LIMITS: LIMITS } });
  }, 60_000);
  afterAll(() => server?.stop());

  const ask = async (cookie: string, query: string, variables: object = {}) => {
    const response = await fetch(new URL("/graphql", server.origin), {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Record<string, unknown> | null; errors?: { message: string }[] };
  };

  /** Everything with an id that somebody reaches by questions without arguments. */
  const everythingOf = async (cookie: string): Promise<Seen[]> => {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args }) => !args.some(isRequiredArgument),
    );
    const seen: Seen[] = [];
    for (const { name, type } of roots) {
      const target = getNamedType(type);
      if (isLeafType(target)) continue;
      const { data } = await ask(cookie, `{ ${name} ${selectionOf(target, DEPTH)} }`);
      seen.push(...seenIn(data));
    }
    return seen;
  };

  it.each(["u-ana", "u-sam", "u-novak", "u-admin"])(
    "F73: each id that %s sees is of one thing, leads back to it, and has its times",
    async (persona) => {
      const cookie = await server.signInAs(persona);
      const seen = await everythingOf(cookie);
      const byId = new Map<string, Seen[]>();
      for (const one of seen) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
      expect(byId.size).toBeGreaterThan(50);
      const ambiguous = [...byId].filter(([, all]) => new Set(all.map(({ type, slug }) => `${type} ${slug}`)).size > 1);
      expect(ambiguous).toEqual([]);
      const ids = [...byId.keys()];
      for (let from = 0; from < ids.length; from += 50) {
        const some = ids.slice(from, from + 50);
        const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id createdAt updatedAt } }";
        const { data } = await ask(cookie, query, { ids: some });
        const nodes = data?.nodes as readonly Timed[];
        expect(nodes.map(({ __typename, id }) => ({ __typename, id }))).toEqual(
          some.map((id) => ({ __typename: byId.get(id)?.[0]?.type, id })),
        );
        expect(nodes.filter(({ createdAt, updatedAt }) => !(FIRST_DAY < createdAt && createdAt <= updatedAt))).toEqual(
          [],
        );
      }
    },
    60_000,
  );
});
