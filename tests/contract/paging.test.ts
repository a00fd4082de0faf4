/** Every connection goes both ways and in either order, with cursors that fit each other (F41, F73). */
import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApiSchema } from "../../apps/api/src/schema.js";
import { newPostgresUrl } from "../support/databases.js";
import { startTestServer, type TestServer } from "../support/test-server.js";

const LIMITS = JSON.stringify({ operationCost: 1_000_000, costBucket: 1_000_000_000 });
/** So many items of a list are looked into for lists of theirs. */
const ITEMS = 12;
const ARGUMENTS = ["after", "before", "first", "last", "orderBy"];

const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith("Connection");

/** Connections that lack one of the arguments each has. */
const oneWay = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(isConnection)
        .filter(({ args }) => ARGUMENTS.some((wanted) => !args.some(({ name }) => name === wanted)))
        .map(({ name }) => `${type.name}.${name}`),
    );

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildApiSchema();
});

it("F73: every connection pages forward and backward, in an order that is asked for", () => {
  expect(oneWay(schema)).toEqual([]);
  const planted = "type Query { a(first: Int, after: String): XConnection } type XConnection { nodes: [Int!]! }";
  expect(oneWay(buildSchema(planted))).toEqual(["Query.a"]);
});

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

describe.each(["sqlite", "postgres"] as const)("lists of the demo world (%s)", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    const database: Record<string, string> = engine === "postgres" ? { DATABASE_URL: await newPostgresUrl() } : {};
    server = await startTestServer({ seed: "demo", env: { ACCORD_LIMITS: LIMITS, ...database } });
  }, 120_000);
  afterAll(() => server?.stop());

  const askFor = async (cookie: string, query: string, path: readonly string[]) => {
    const response = await fetch(new URL("/graphql", server.origin), {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { data: unknown; errors?: { extensions: { code: string } }[] };
    const found = path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], answer.data);
    return {
      page: found as Page | null | undefined,
      codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [],
    };
  };

  /** Lists at the root, and those within the first thing of a list at the root. */
  const listsOf = (): {
    readonly ask: (args: string) => string;
    readonly path: readonly string[];
    readonly type: string;
  }[] => {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args }) => !args.some(isRequiredArgument),
    );
    const body = "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage } }";
    return roots.flatMap((root) => {
      const target = getNamedType(root.type);
      if (!isObjectType(target)) return [];
      const own = isConnection(root)
        ? [
            {
              ask: (args: string) => `{ ${root.name}(${args}) ${body} }`,
              path: [root.name],
              type: `Query.${root.name}`,
            },
          ]
        : [];
      const item = isConnection(root) ? getNamedType(target.getFields().nodes?.type ?? root.type) : target;
      if (!isObjectType(item)) return own;
      const inner = Object.values(item.getFields()).filter(isConnection);
      const places = isConnection(root) ? Array.from({ length: ITEMS }, (_, place) => String(place)) : ["0"];
      const within = places.flatMap((place) => inner.map(({ name }) => ({ place, name })));
      return [
        ...own,
        ...within.map(({ place, name }) => ({
          ask: (args: string) =>
            isConnection(root)
              ? `{ ${root.name}(first: ${ITEMS}) { nodes { ${name}(${args}) ${body} } } }`
              : `{ ${root.name} { ${name}(${args}) ${body} } }`,
          path: isConnection(root) ? [root.name, "nodes", place, name] : [root.name, name],
          type: `${item.name}.${name}`,
        })),
      ];
    });
  };

  /** What an administrator looks at is written into the audit record. */
  const lookAtRequests = async (cookie: string): Promise<void> => {
    const { page } = await askFor(cookie, "{ queue(first: 4) { nodes { requestId } } }", ["queue", "nodes"]);
    for (const { requestId } of page as unknown as { requestId: string }[])
      await askFor(cookie, `{ queueItem(id: "${requestId}") { number } }`, []);
  };

  it("F41: the end of a list, its reverse and the way back from a cursor are the same list", async () => {
    const walked = new Set<string>();
    await lookAtRequests(await server.signInAs("u-admin"));
    for (const persona of ["u-ana", "u-sam", "u-novak", "u-admin"]) {
      const cookie = await server.signInAs(persona);
      for (const { ask, path, type } of listsOf()) {
        if (walked.has(type)) continue;
        const told = async (args: string) => (await askFor(cookie, ask(args), path)).page;
        const whole = await told("first: 100");
        if (!whole || whole.edges.length < 3 || whole.pageInfo.hasNextPage) continue;
        walked.add(type);
        const cursors = whole.edges.map(({ cursor }) => cursor);
        const isRequests = type === "Query.myRequests";
        const turned = isRequests ? "OLDEST_FIRST" : "REVERSED";
        const cursorsOf = (page: Page | null | undefined) => page?.edges.map(({ cursor }) => cursor);
        const label = `${type} of ${persona}`;
        expect(cursorsOf(await told(`first: 100, orderBy: ${turned}`)), label).toEqual(cursors.toReversed());
        const end = await told("last: 2");
        expect(cursorsOf(end), label).toEqual(cursors.slice(-2));
        expect(end?.pageInfo, label).toEqual({ hasNextPage: false, hasPreviousPage: true });
        const before = await told(`last: 1, before: "${cursors[2]}"`);
        expect(cursorsOf(before), label).toEqual([cursors[1]]);
        expect(before?.pageInfo, label).toEqual({ hasNextPage: true, hasPreviousPage: true });
        const back = await told(`last: 1, before: "${cursors[0]}", orderBy: ${turned}`);
        expect(cursorsOf(back), label).toEqual([cursors[1]]);
        const on = await told(`first: 1, after: "${cursors[1]}", orderBy: ${turned}`);
        expect(cursorsOf(on), label).toEqual([cursors[0]]);
        expect(on?.pageInfo, label).toEqual({ hasNextPage: false, hasPreviousPage: true });
      }
    }
    expect([...walked].sort()).toEqual(expect.arrayContaining(STORED));
  }, 120_000);

  it("F41: requests by their last change: each once, and again when it changes", async () => {
    const cookie = await server.signInAs("u-ana");
    const ask = async (args: string) => {
      const query = `{ myRequests(${args}) { edges { cursor node { id updatedAt } } pageInfo { hasNextPage hasPreviousPage } } }`;
      const { page } = await askFor(cookie, query, ["myRequests"]);
      return (page?.edges ?? []) as unknown as { cursor: string; node: { id: string; updatedAt: string } }[];
    };
    const all = await ask("first: 100, orderBy: LATEST_UPDATE_LAST");
    expect(all.length).toBeGreaterThan(3);
    const instants = all.map(({ node }) => node.updatedAt);
    expect(instants).toEqual(instants.toSorted());
    const walked: string[] = [];
    for (let after = ""; ; ) {
      const page = await ask(`first: 2, orderBy: LATEST_UPDATE_LAST${after}`);
      walked.push(...page.map(({ node }) => node.id));
      if (page.length === 0) break;
      after = `, after: "${page.at(-1)?.cursor}"`;
    }
    expect(walked).toEqual(all.map(({ node }) => node.id));
    expect((await ask("last: 3, orderBy: LATEST_UPDATE_FIRST")).map(({ node }) => node.id)).toEqual(
      walked.slice(0, 3).toReversed(),
    );
  });

  it("F41: a cursor of another order, and arguments of two ways at once, are refused", async () => {
    const cookie = await server.signInAs("u-ana");
    const { page } = await askFor(cookie, "{ myRequests(first: 1) { edges { cursor } } }", ["myRequests"]);
    const cursor = page?.edges[0]?.cursor;
    for (const args of [
      `first: 1, after: "${cursor}", orderBy: LATEST_UPDATE_FIRST`,
      `first: 1, before: "${cursor}"`,
      `last: 1, after: "${cursor}"`,
      "last: 0",
      "last: 101",
    ])
      expect((await askFor(cookie, `{ myRequests(${args}) { totalCount } }`, [])).codes, args).toEqual([
        "BAD_USER_INPUT",
      ]);
  });
});

/** Lists that a store reads page by page; each is met above. */
const STORED = [
  "ManagedAgreement.ledger",
  "Query.accounts",
  "Query.auditEntries",
  "Query.managedAgreements",
  "Query.myRequests",
  "Query.notices",
  "Query.queue",
  "SupportRequest.timeline",
];
