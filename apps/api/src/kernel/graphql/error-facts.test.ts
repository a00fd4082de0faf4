/** Every code of every error, provoked with long values: the field, the scope or the cost is named, no value comes back (contract.md, Errors). */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, requestInput, submitRequest } from "../../../../../tests/support/test-agreements.js";
import { type Answer, createTestApi, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { DEFAULT_LIMITS } from "../limits/limits.js";
import { REQUEST_ERRORS, type RequestErrorCode } from "./request-error.js";

/** Longer than any sentence of ours, and known again in any piece. */
const LONG = "geheim".repeat(1000);
const UNKNOWN_ID = "req_00000000000000000000000000";

type OwnCode = RequestErrorCode | "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED";
interface World {
  readonly api: TestApi;
  readonly person: Person;
}
interface Case {
  readonly ask: (world: World) => Promise<Answer>;
  /** Extensions beside those of every error. */
  readonly facts?: object;
  readonly says?: RegExp;
}

const QUERY_REQUESTS = "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }";
const CLOSE = "mutation ($i: CloseRequestInput!) { closeRequest(input: $i) { userErrors { code } } }";
const askFilter =
  (f: unknown): Case["ask"] =>
  ({ person }) =>
    person.ask(QUERY_REQUESTS, { f });
const askDocument =
  (document: string, variables = {}): Case["ask"] =>
  ({ person }) =>
    person.ask(document, variables);
const many = (count: number): string => Array.from({ length: count }, (_none, place) => `a${place}: id`).join(" ");

const CASES: Readonly<Record<OwnCode, Readonly<Record<string, Case>>>> = {
  UNAUTHENTICATED: { "without a sign-in": { ask: ({ api }) => api.anonymous(`{ draft(id: "${LONG}") { id } }`) } },
  FORBIDDEN: {
    "a command by a token that may read": {
      ask: ({ person }) =>
        person.withToken("requests:read").ask(CLOSE, { i: { requestId: LONG, idempotencyKey: LONG } }),
      facts: { requiredScopes: ["requests:write"] },
    },
    "an object by a token of another scope": {
      ask: ({ person }) => person.withToken("agreements:read").ask(`{ request(by: { id: "${UNKNOWN_ID}" }) { id } }`),
      facts: { requiredScopes: ["requests:read", "requests:write"] },
    },
    "any node by a token of another scope": {
      ask: ({ person }) => person.withToken("agreements:read").ask(`{ node(id: "${UNKNOWN_ID}") { id } }`),
      facts: { requiredScopes: ["requests:read", "requests:write"] },
    },
  },
  NOT_FOUND: {
    "an argument": {
      ask: askDocument(`{ request(by: { id: "${LONG}" }) { id } }`),
      facts: { inputPath: ["by", "id"] },
    },
    "one id of an input": {
      ask: askDocument(CLOSE, { i: { requestId: LONG, idempotencyKey: "k" } }),
      facts: { inputPath: ["input", "requestId"] },
    },
    "one of several ids": {
      ask: async ({ api, person }) => {
        const { planId } = await makeAgreement(api, [person], {});
        return person.ask("mutation ($i: CreateRequestInput!) { createRequest(input: $i) { userErrors { code } } }", {
          i: { ...requestInput(person, planId), planId: LONG },
        });
      },
      facts: { inputPath: ["input", "planId"] },
    },
  },
  BAD_USER_INPUT: {
    "no enum value": {
      ask: askFilter({ turn: LONG }),
      facts: { inputPath: ["f", "turn"] },
      says: /^`f\.turn`: this is no `\w+`\./,
    },
    "nearly an enum value": { ask: askFilter({ statuses: ["CLOSD"] }), says: /Did you mean the enum value "CLOSED"/ },
    "an unknown input field": { ask: askFilter({ [LONG]: 1 }), facts: { inputPath: ["f"] }, says: /RequestFilter/ },
    "nearly an input field": { ask: askFilter({ serch: LONG }), says: /"serch".*Did you mean "search"/ },
    "no instant": {
      ask: askFilter({ updatedSince: LONG }),
      facts: { inputPath: ["f", "updatedSince"] },
      says: /no `DateTime`\. An instant in ISO 8601/,
    },
    "a list for a text": { ask: askFilter({ search: [LONG] }), facts: { inputPath: ["f", "search"] } },
    "a value in a list": {
      ask: askFilter({ statuses: ["CLOSED", LONG] }),
      facts: { inputPath: ["f", "statuses", 1] },
    },
    "a missing input field": {
      ask: askDocument(CLOSE, { i: { idempotencyKey: LONG } }),
      facts: { inputPath: ["i", "requestId"] },
      says: /^`i\.requestId` is missing: `ID!` is expected\.$/,
    },
    "a missing variable": {
      ask: askDocument(CLOSE, {}),
      facts: { inputPath: ["i"] },
      says: /^`i` is missing: `CloseRequestInput!` is expected\.$/,
    },
    "null where none may be": {
      ask: askDocument(CLOSE, { i: null }),
      facts: { inputPath: ["i"] },
      says: /not be null/,
    },
    "a text for an object": { ask: askDocument(CLOSE, { i: LONG }), facts: { inputPath: ["i"] } },
    "a long list": {
      ask: askFilter({ statuses: Array.from({ length: 10_000 }, () => LONG.slice(0, 6)) }),
      facts: { inputPath: ["f", "statuses"] },
    },
    "a page of none": { ask: askDocument("{ myRequests(first: 0) { totalCount } }"), facts: { inputPath: ["first"] } },
    "no cursor": {
      ask: askDocument("query ($a: String) { myRequests(after: $a) { totalCount } }", { a: LONG }),
      facts: { inputPath: ["after"] },
    },
    "no key": {
      ask: askDocument(CLOSE, { i: { requestId: UNKNOWN_ID, idempotencyKey: LONG } }),
      facts: { inputPath: ["input", "idempotencyKey"] },
    },
    "an operation that is not there": {
      ask: async ({ api }) => {
        const { status, headers, body } = await api.post(
          JSON.stringify({ query: "query A { viewer { scopes } }", operationName: LONG }),
        );
        const { errors } = JSON.parse(body) as Pick<Answer, "errors">;
        return { status, headers, data: null, errors, extensions: undefined, text: body };
      },
      says: /operationName/,
    },
  },
  RATE_LIMITED: {
    "more points than there are": {
      ask: async ({ api }) => {
        const hasty = await api.person();
        const ask = () =>
          hasty.ask("{ myRequests(first: 100) { nodes { id title timeline(first: 5) { nodes { id } } } } }");
        let answer = await ask();
        for (let tries = 0; tries < 200 && answer.errors.length === 0; tries += 1) answer = await ask();
        return answer;
      },
      facts: { retryAfter: expect.any(Number) },
    },
  },
  QUERY_TOO_COMPLEX: {
    "a list of lists of lists": {
      ask: askDocument(
        `query ($s: String) { myRequests(first: 100, filter: { search: $s }) { nodes { timeline(first: 100) { nodes { id ${many(5)} } } } } }`,
        { s: LONG.slice(0, 60) },
      ),
      facts: { cost: { asked: expect.any(Number), allowed: DEFAULT_LIMITS.operationCost } },
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    "another input": {
      ask: async ({ api, person }) => {
        const { planId } = await makeAgreement(api, [person], {});
        const submit = (title: string) =>
          submitRequest(person, { ...requestInput(person, planId, { title }), idempotencyKey: "geheim" });
        await submit("one");
        return submit(LONG.slice(0, 60));
      },
    },
  },
  OVERLOADED: {},
  UNAVAILABLE: {},
  INTERNAL_SERVER_ERROR: {},
  GRAPHQL_PARSE_FAILED: {
    "a text where a name stands": {
      ask: askDocument(`{ "${LONG}" }`),
      says: /^Syntax Error: Expected Name, found String/,
    },
    "a block text": { ask: askDocument(`{ viewer """${LONG}""" }`) },
    "an escape of nothing": { ask: askDocument(`{ draft(id: "\\q${LONG}") { id } }`) },
    "a number with letters": { ask: askDocument(`{ myPlans(first: 1${LONG}) { totalCount } }`) },
    "a long name out of place": { ask: askDocument(`{ viewer } ${LONG}`) },
  },
  GRAPHQL_VALIDATION_FAILED: {
    "a text for a number": {
      ask: askDocument(`{ myRequests(first: "${LONG}") { totalCount } }`),
      says: /^Argument "first" of "myRequests": this is no `Int`\.$/,
    },
    "no enum value": {
      ask: askDocument(`{ myRequests(filter: { turn: ${LONG} }) { totalCount } }`),
      says: /^Argument "filter" of "myRequests": this is no `\w+`/,
    },
    "nearly an enum value": {
      ask: askDocument("{ myRequests(filter: { statuses: [CLOSD] }) { totalCount } }"),
      says: /Did you mean the enum value "CLOSED"/,
    },
    "no instant": {
      ask: askDocument(`{ myRequests(filter: { updatedSince: "${LONG}" }) { totalCount } }`),
      says: /no `DateTime`/,
    },
    "a list for an id": { ask: askDocument(`{ draft(id: ["${LONG}"]) { id } }`), says: /Argument "id" of "draft"/ },
    "an object for a number": { ask: askDocument(`{ myRequests(first: { a: "${LONG}" }) { totalCount } }`) },
    "null for an id": { ask: askDocument("{ draft(id: null) { id } }"), says: /`ID!` may not be null/ },
    "a default value": {
      ask: askDocument(`query ($n: Int = "${LONG}") { myRequests(first: $n) { totalCount } }`),
      says: /^A default value: this is no `Int`/,
    },
    "a directive": { ask: askDocument(`{ viewer @include(if: "${LONG}") { scopes } }`), says: /"if" of "include"/ },
    "a missing input field": {
      ask: askDocument(`mutation { closeRequest(input: { idempotencyKey: "${LONG}" }) { userErrors { code } } }`),
      says: /"CloseRequestInput.requestId" of required type "ID!" was not provided/,
    },
    "a long field": { ask: askDocument(`{ ${LONG} }`), says: /on type "Query"/ },
    "a misspelt field": { ask: askDocument("{ viewr { scopes } }"), says: /Did you mean "viewer"/ },
    "a long argument": { ask: askDocument(`{ viewer(${LONG}: 1) { scopes } }`), says: /on field "Query.viewer"/ },
    "a long type": { ask: askDocument(`query ($a: ${LONG}) { viewer { scopes } }`) },
  },
};

const ROWS = Object.entries(CASES).flatMap(([code, cases]) =>
  Object.entries(cases).map(([name, one]) => [code as OwnCode, name, one] as const),
);
/** What only a fault of ours, of the disk or of a crowd brings; their sentences are of the code alone (errors.test.ts). */
const NOT_BY_INPUT = ["OVERLOADED", "UNAVAILABLE", "INTERNAL_SERVER_ERROR"];

it("every code has its case, but those that no input brings", () => {
  expect(Object.keys(CASES).filter((code) => Object.keys(CASES[code as OwnCode]).length === 0)).toEqual(NOT_BY_INPUT);
  expect(Object.keys(CASES)).toEqual(expect.arrayContaining(Object.keys(REQUEST_ERRORS)));
});

describe.each(["jit", "graphql-js"] as const)("facts of errors (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let world: World;
  beforeAll(async () => {
    const api = await createTestApi({ db: await databases.open(), executor });
    world = { api, person: await api.person() };
  });

  it.each(ROWS)("%s: %s", async (code, _name, { ask, facts = {}, says }) => {
    // Points come back: what was asked before tells nothing here.
    world.api.clock.advance(3_600_000);
    const { errors, text } = await ask(world);
    expect(errors[0]?.extensions, text.slice(0, 500)).toMatchObject({ code, ...facts });
    const known = ["code", "requestId", "retryable", "retryAfter", "inputPath", "requiredScopes", "cost"];
    expect(Object.keys(errors[0]?.extensions ?? {}).filter((name) => !known.includes(name))).toEqual([]);
    for (const { message } of errors) {
      expect(message.length).toBeLessThan(400);
      expect(message).not.toContain("geheim".repeat(12));
    }
    // A name is shown by its beginning, a value not at all.
    if (!/^a long|unknown input field/.test(_name)) expect(JSON.stringify(errors)).not.toContain("geheim");
    if (says !== undefined) expect(errors[0]?.message).toMatch(says);
  });
});
