/** The limits of the contract on documents, cost, lists and rates (I-3), with both executors. */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

const REFUSED = ["QUERY_TOO_COMPLEX", "BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];
const times = (count: number, part: (place: number) => string): string =>
  Array.from({ length: count }, (_unused, place) => part(place)).join(" ");
const nested = (levels: number): string =>
  `{ product(id: "windows-server") { ${"versions { product { ".repeat(levels)} id ${"} } ".repeat(levels)} } }`;
const pair = 'input: { accessId: "a", agreementId: "b" }';

/** Name, document, variables. */
const DOCUMENTS: readonly (readonly [name: string, document: string, variables?: Record<string, unknown>])[] = [
  ["no document", ""],
  ["no JSON of GraphQL", "not graphql"],
  ["an unclosed brace", "{ viewer { account { id }"],
  ["an unknown field", "{ nothing }"],
  ["a misspelt field", "{ viewr { scopes } }"],
  ["an unknown argument", '{ product(slug: "x") { id } }'],
  ["a missing argument", "{ product { id } }"],
  ["a leaf with a selection", "{ viewer { isProfileComplete { x } } }"],
  ["an object without a selection", "{ viewer }"],
  ["an unknown operation type", "subscription { requestUpdated { id } }"],
  ["two anonymous operations", "{ viewer { scopes } } { viewer { scopes } }"],
  ["a fragment within itself", "{ viewer { ...f } } fragment f on Viewer { ...f }"],
  ["fragments around each other", "{ viewer { ...f } } fragment f on Viewer { ...g } fragment g on Viewer { ...f }"],
  ["a fragment on a missing type", "{ viewer { ... on Nothing { id } } }"],
  ["an unused fragment", "{ viewer { scopes } } fragment f on Viewer { scopes }"],
  ["an undefined variable", "{ product(id: $id) { id } }"],
  ["a variable of a wrong type", "query ($id: Int!) { product(id: $id) { id } }", { id: 1 }],
  ["a variable without a value", "query ($id: ID!) { product(id: $id) { id } }"],
  ["null for a required variable", "query ($id: ID!) { product(id: $id) { id } }", { id: null }],
  ["an object for an id", "query ($id: ID!) { product(id: $id) { id } }", { id: { a: 1 } }],
  ["a list for an id", "query ($id: ID!) { product(id: $id) { id } }", { id: ["a", "b"] }],
  [
    "an unknown enum value",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { turn: "MINE" } },
  ],
  [
    "an unknown input field",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { ownerId: "x" } },
  ],
  [
    "a number for an instant",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { updatedSince: 5 } },
  ],
  [
    "no instant",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { updatedSince: "yesterday" } },
  ],
  ["no instant in the document", '{ availablePlans(productVersionId: "x", at: "2026-13-40") { plan { id } } }'],
  ["no country", '{ availablePlans(productVersionId: "x", country: "XX") { plan { id } } }'],
  [
    "no country in a variable",
    'query ($c: CountryCode) { availablePlans(productVersionId: "x", country: $c) { plan { id } } }',
    { c: "Romania" },
  ],
  ["first 0", "{ myPlans(first: 0) { totalCount } }"],
  ["first below 0", "{ myPlans(first: -1) { totalCount } }"],
  ["first 101", "{ myPlans(first: 101) { totalCount } }"],
  ["first 101 in a variable", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 101 }],
  ["first null", "{ myPlans(first: null) { totalCount } }"],
  ["first as text", '{ myPlans(first: "20") { totalCount } }'],
  ["first with a fraction", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 1.5 }],
  ["first beyond an integer", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 2 ** 53 + 1 }],
  ["a cursor of nobody", '{ myPlans(after: "bm9ib2R5") { totalCount } }'],
  [
    "a cursor with a quote",
    `{ myRequests(after: "${Buffer.from("1:req_' OR 1=1").toString("base64url")}") { totalCount } }`,
  ],
  [
    "a cursor of another list",
    `{ catalogue(after: "${Buffer.from("1:nothing").toString("base64url")}") { totalCount } }`,
  ],
  ["an endless cursor", `{ myPlans(after: "${"A".repeat(5000)}") { totalCount } }`],
  ["a deep document", nested(6)],
  [
    "a deep document in fragments",
    `{ product(id: "x") { ...a } } ${times(6, (place) => `fragment ${"abcdefg"[place]} on Product { versions { product { ${place === 5 ? "id" : `...${"abcdefg"[place + 1]}`} } } }`)}`,
  ],
  ["1,001 tokens", `{ viewer { ${times(999, () => "scopes")} } }`],
  ["21 aliases", `{ ${times(21, (place) => `a${place}: viewer { scopes }`)} }`],
  ["21 aliases of __typename", `{ ${times(21, (place) => `a${place}: __typename`)} }`],
  [
    "21 aliases in a fragment",
    `{ viewer { ...f } } fragment f on Viewer { ${times(21, (place) => `a${place}: scopes`)} }`,
  ],
  ["11 directives", `{ viewer { scopes ${times(11, () => "@include(if: true)")} } }`],
  ["an unknown directive", "{ viewer { scopes @upper } }"],
  ["a list of 51", `{ myRequests(filter: { statuses: [${times(51, () => "NEW")}] }) { totalCount } }`],
  [
    "a list of 51 in a variable",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { statuses: Array(51).fill("NEW") } },
  ],
  [
    "two addAgreement",
    `mutation { a: addAgreement(${pair}) { plan { id } } b: addAgreement(${pair}) { plan { id } } }`,
  ],
  [
    "two weighty mutations",
    `mutation { addAgreement(${pair}) { plan { id } } shareRequest(input: { requestId: "x", contacts: [] }) { request { id } } }`,
  ],
  [
    "two addAgreement in fragments",
    `mutation { ...f ...g } fragment f on Mutation { a: addAgreement(${pair}) { plan { id } } } fragment g on Mutation { b: addAgreement(${pair}) { plan { id } } }`,
  ],
  [
    "two addAgreement in one fragment spread twice",
    `mutation { ...f ... on Mutation { b: addAgreement(${pair}) { plan { id } } } } fragment f on Mutation { a: addAgreement(${pair}) { plan { id } } }`,
  ],
  ["a costly page", "{ catalogue(first: 100) { nodes { versions { product { versions { id } } } } } }"],
  [
    "a costly page by a variable",
    "query ($n: Int) { catalogue(first: $n) { nodes { versions { product { versions { id } } } } } }",
    { n: 100 },
  ],
  [
    "a costly page by a default value",
    "query ($n: Int = 100) { catalogue(first: $n) { nodes { versions { product { versions { id } } } } } }",
  ],
  [
    "costly edges and nodes",
    "{ catalogue(first: 100) { nodes { versions { product { id } } } edges { node { versions { product { id } } } } } }",
  ],
  ["costly aliases", `{ ${times(15, (place) => `a${place}: catalogue(first: 100) { nodes { id } }`)} }`],
  [
    "costly fragments",
    `{ ${times(15, (place) => `a${place}: catalogue(first: 100) { ...f }`)} } fragment f on ProductConnection { nodes { id } }`,
  ],
  ["a costly nested list", "{ myRequests(first: 100) { nodes { timeline(first: 100) { nodes { id } } } } }"],
];

describe.each(["jit", "graphql-js"] as const)("documents and the %s executor", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), executor });
    person = await api.person();
  });

  it.each(DOCUMENTS.map(([name, document, variables]) => ({ name, document, variables })))(
    "I-3: refuses $name",
    async ({ document, variables }) => {
      const answer = await person.ask(document, variables);
      expect(REFUSED).toContain(answer.errors[0]?.extensions.code);
      expect(answer.text).not.toMatch(/node_modules|at \w+ \(|SQLITE|graphql-jit/i);
      expect(api.logged.splice(0)).toEqual([]);
    },
  );

  it("I-3: first, aliases and tokens at their limits pass", async () => {
    expect(errorCodes(await person.ask("{ myPlans(first: 100) { totalCount } }"))).toEqual([]);
    expect(errorCodes(await person.ask(`{ ${times(20, (place) => `a${place}: __typename`)} }`))).toEqual([]);
    expect(
      errorCodes(
        await person.ask("query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }", {
          f: { statuses: Array(50).fill("NEW") },
        }),
      ),
    ).toEqual([]);
  });

  it("introspection is open to everybody and costs next to nothing, whatever its depth", async () => {
    const { getIntrospectionQuery } = await import("graphql");
    const answer = await api.anonymous(getIntrospectionQuery());
    expect(errorCodes(answer)).toEqual([]);
    expect(answer.data.__schema.types.length).toBeGreaterThan(50);
    expect(answer.extensions?.cost?.requested).toBeLessThan(10);
  });

  it("cost is reckoned with variables: the same document, cheap and too complex", async () => {
    const document = "query ($n: Int) { catalogue(first: $n) { nodes { versions { product { versions { id } } } } } }";
    const cheap = await person.ask(document, { n: 5 });
    expect(errorCodes(cheap)).toEqual([]);
    expect(errorCodes(await person.ask(document, { n: 100 }))).toEqual(["QUERY_TOO_COMPLEX"]);
    const skipped = await person.ask(
      "query ($s: Boolean!) { catalogue(first: 100) { nodes { id versions @skip(if: $s) { product { versions { id } } } } } }",
      { s: true },
    );
    expect(errorCodes(skipped)).toEqual([]);
  });
});

describe("rates", () => {
  const databases = testDatabases("sqlite");

  it("every answer tells cost and bucket; the bucket refuses, tells how long, and fills again", async () => {
    const api = await createTestApi({
      db: await databases.open(),
      limits: { costBucket: 30, costRefillPerSecond: 10 },
    });
    const person = await api.person();
    const first = await person.ask("{ catalogue(first: 20) { nodes { id } } }");
    expect(first.extensions?.cost).toEqual({ requested: 21, available: 9, limit: 30, refillPerSecond: 10 });
    expect(first.headers).toMatchObject({
      "x-ratelimit-limit": "30",
      "x-ratelimit-remaining": "9",
      "x-ratelimit-used": "21",
    });
    expect(Number(first.headers["x-ratelimit-reset"])).toBe(Math.ceil((api.clock.now() + 2100) / 1000));
    const second = await person.ask("{ catalogue(first: 20) { nodes { id } } }");
    expect([second.status, ...errorCodes(second)]).toEqual([429, "RATE_LIMITED"]);
    expect(second.headers["retry-after"]).toBe("2");
    expect(second.errors[0]?.extensions.retryable).toBe(true);
    // Another person has a bucket of their own; a token of the same account has not.
    expect(errorCodes(await (await api.person()).ask("{ catalogue(first: 20) { nodes { id } } }"))).toEqual([]);
    expect(errorCodes(await person.withToken().ask("{ catalogue(first: 20) { nodes { id } } }"))).toEqual([
      "RATE_LIMITED",
    ]);
    api.clock.advance(1200);
    expect(errorCodes(await person.ask("{ catalogue(first: 20) { nodes { id } } }"))).toEqual([]);
  });

  it("K4: anonymous: 60 requests a minute and address pass, then one after each wait of 1, 2, 4 … seconds, before anything is parsed", async () => {
    const api = await createTestApi({ db: await databases.open() });
    const ask = () => api.anonymous("{ portalSettings { version } }");
    for (let count = 0; count < 60; count += 1) expect((await ask()).status).toBe(200);
    const refused = await api.anonymous("not even graphql");
    expect([refused.status, ...errorCodes(refused)]).toEqual([429, "RATE_LIMITED"]);
    expect((await api.post('{"query":"{ portalSettings { version } }"}', { address: "203.0.113.9" })).status).toBe(200);
    const waits: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const wait = Number((await ask()).headers["retry-after"]);
      waits.push(wait);
      // Asking in between puts nothing off.
      api.clock.advance(wait * 500);
      expect((await ask()).status).toBe(429);
      api.clock.advance(wait * 500);
      expect((await ask()).status).toBe(200);
    }
    // No longer than the rest of the minute.
    expect(waits).toEqual([1, 2, 4, 8, 16, 29]);
    for (let count = 0; count < 59; count += 1) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });

  it("K4: who is signed in is not slowed by what others at the address ask without", async () => {
    const api = await createTestApi({ db: await databases.open() });
    const person = await api.person();
    for (let count = 0; count < 200; count += 1) await api.anonymous("{ portalSettings { version } }");
    expect((await person.ask("{ viewer { account { id } } }")).status).toBe(200);
  });
});
