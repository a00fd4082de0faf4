/** The limits of the contract on documents, cost, lists and rates (I-3), with both executors. */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { HOSTILE_DOCUMENTS, times } from "../../../../../tests/support/hostile-documents.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

const REFUSED = ["QUERY_TOO_COMPLEX", "BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];

describe.each(["jit", "graphql-js"] as const)("documents and the %s executor", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), executor });
    person = await api.person();
  });

  it.each(HOSTILE_DOCUMENTS.map(([name, document, variables]) => ({ name, document, variables })))(
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
