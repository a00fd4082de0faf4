/** The direct way beside Apollo's: the same bytes, status and headers for every kind of operation, only without Apollo. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ApolloServer } from "@apollo/server";
import { buildSchema } from "graphql";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, type TestApi } from "../../../../../tests/support/test-api.js";
import type { Principal } from "../principal.js";

const examples = fileURLToPath(new URL("../../../../../packages/schema/examples/", import.meta.url));
const read = (file: string): string => (existsSync(examples + file) ? readFileSync(examples + file, "utf8") : "{}");
const queries = readdirSync(examples)
  .filter((file) => file.endsWith(".graphql") && !/^mutation/m.test(read(file)))
  .map((file): [string, object] => [
    file,
    { query: read(file), variables: JSON.parse(read(file.replace(".graphql", ".variables.json"))) },
  ]);

const LIST = "query L($first: Int!) { myPlans(first: $first) { nodes { id state programme { name } } } }";
const operations: readonly [name: string, body: object, isDirect: boolean][] = [
  ["a list", { query: LIST, variables: { first: 5 } }, true],
  [
    "one operation of two",
    { query: "query A { viewer { account { id } } } query B { countries { code } }", operationName: "A" },
    true,
  ],
  [
    "null for what is not there",
    { query: "{ viewer { account { id } } }", operationName: null, variables: null },
    true,
  ],
  [
    "a refusal as data",
    {
      query:
        'mutation { completeProfile(input: { country: "DE", timeZone: "Europe/Berlin", language: EN, phone: "no number", preferredContactMethod: EMAIL }) { userErrors { code message } } }',
    },
    true,
  ],
  ["an error of a resolver", { query: LIST, variables: { first: 0 } }, false],
  [
    "an error below null",
    { query: 'query { request(by: { id: "req_nothing" }) { id } viewer { account { id } } }' },
    false,
  ],
  ["a variable of another form", { query: LIST, variables: { first: "five" } }, false],
  ["a variable that is missing", { query: LIST }, false],
  ["no such operation", { query: "query A { countries { code } }", operationName: "B" }, false],
  ["two operations and no name", { query: "query A { countries { code } } query B { countries { code } }" }, false],
  ["what does not parse", { query: "{ viewer" }, false],
  ["what is not valid", { query: "{ nothing }" }, false],
  ["a subscription", { query: "subscription { nothing }" }, false],
  [
    "a persisted query",
    { query: LIST, variables: { first: 5 }, extensions: { persistedQuery: { version: 1 } } },
    false,
  ],
  ["variables that are no object", { query: LIST, variables: [5] }, false],
  ["an operation dearer than allowed", { query: LIST, variables: { first: 100_000 } }, false],
];

describe("answers without Apollo", () => {
  const databases = testDatabases("sqlite");
  let direct: TestApi;
  let throughApollo: TestApi;
  let principal: Principal;
  beforeAll(async () => {
    const db = await databases.open();
    direct = await createTestApi({ db, seed: "demo", limits: { anonymousPerMinute: 10_000, costBucket: 100_000 } });
    throughApollo = await createTestApi({
      db,
      seed: "none",
      isDirect: false,
      limits: { anonymousPerMinute: 10_000, costBucket: 100_000 },
    });
    ({ principal } = await direct.person());
  });
  afterEach(() => vi.restoreAllMocks());

  const send = async (api: TestApi, body: object, headers: Record<string, string>, as: Principal) => {
    const answer = await api.post(JSON.stringify(body), { principal: as, headers });
    return {
      ...answer,
      headers: Object.entries(answer.headers).sort(),
      body: answer.body.replaceAll(/request-\d+/g, "request"),
    };
  };
  /** Both ways twice, the second time with everything known; answers whether Apollo was called the second time. */
  const compare = async (body: object, headers: Record<string, string>, as: Principal): Promise<boolean> => {
    for (const api of [direct, throughApollo]) await send(api, body, headers, as);
    const apollo = vi.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest").mockClear();
    const answer = await send(direct, body, headers, as);
    const isDirect = apollo.mock.calls.length === 0;
    expect(answer).toEqual(await send(throughApollo, body, headers, as));
    return isDirect;
  };

  it.each(operations)("%s", async (_name, body, isDirect) => {
    for (const accept of [undefined, "*/*", "application/graphql-response+json, application/json;q=0.9"])
      expect(await compare(body, accept === undefined ? {} : { accept }, principal)).toBe(isDirect);
  });

  it.each(queries)("the example %s, in Romanian, signed in and not", async (_name, body) => {
    for (const as of [principal, { kind: "anonymous" } as const]) await compare(body, { "accept-language": "ro" }, as);
  });

  it("a media type nobody can send is refused each time", async () => {
    expect(await compare({ query: LIST, variables: { first: 5 } }, { accept: "image/png" }, principal)).toBe(false);
  });

  it("counts what it answers, and refuses as Apollo does when the points are gone", async () => {
    const db = await databases.open();
    const limits = { costBucket: 20, costRefillPerSecond: 1, operationCost: 15 };
    const body = { query: LIST, variables: { first: 5 } };
    const answers = await Promise.all(
      [true, false].map(async (isDirect) => {
        const api = await createTestApi({ db, seed: isDirect ? "reference" : "none", isDirect, limits });
        const told = [];
        for (let turn = 0; turn < 4; turn += 1) told.push(await send(api, body, {}, principal));
        return told;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map(({ status }) => status)).toEqual([200, 429, 429, 429]);
  });

  it("an operation that ends in an error has run once, whoever tells it", async () => {
    let runs = 0;
    const schema = buildSchema("type Query { isUp: Boolean } type Mutation { count: Boolean }");
    const field = schema.getMutationType()?.getFields().count;
    if (field !== undefined)
      field.resolve = () => {
        runs += 1;
        throw new Error("after the writing");
      };
    const api = await createTestApi({ db: await databases.open(), seed: "none", schema });
    for (let turn = 1; turn <= 3; turn += 1) {
      expect((await send(api, { query: "mutation { count }" }, {}, principal)).body).toContain("INTERNAL_SERVER_ERROR");
      expect([runs, api.logged.length]).toEqual([turn, turn]);
    }
  });
});
