/** Errors tell a code of the closed list, a sentence and a request id, never what happened inside (contract.md, GraphQL; C-13, I-1). */
import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type TestApi } from "../../../../../tests/support/test-api.js";
import { OverloadedError, UnavailableError } from "../db/index.js";
import { RequestError } from "./request-error.js";

const SECRET = "SQLITE_ERROR: no such column account.secret at /srv/accord/storage.js:12:7";

class DriverError extends Error {
  override readonly name = "QueryFailedError";
}

const planted = (): GraphQLSchema => {
  const throwing = (error: () => unknown) => ({
    type: GraphQLString,
    resolve: () => {
      throw error();
    },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: {
        crash: throwing(() => new DriverError(SECRET)),
        rejected: { type: GraphQLString, resolve: async () => Promise.reject(new TypeError(SECRET)) },
        thrownText: throwing(() => SECRET),
        foreign: throwing(() => new GraphQLError(SECRET, { extensions: { code: "WHATEVER", stacktrace: [SECRET] } })),
        overloaded: throwing(() => new OverloadedError(200)),
        unavailable: throwing(() => new UnavailableError("SQLITE_FULL", { cause: new Error(SECRET) })),
        missing: throwing(() => new RequestError("NOT_FOUND")),
        limited: throwing(() => new RequestError("RATE_LIMITED", { retryAfterMs: 1500 })),
        wrongType: { type: new GraphQLNonNull(GraphQLInt), resolve: () => SECRET },
        endless: { type: GraphQLString, resolve: () => new Promise(() => {}) },
        fine: { type: GraphQLString, resolve: () => "fine" },
      },
    }),
  });
};

describe.each(["jit", "graphql-js"] as const)("errors (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({
      db: await databases.open(),
      seed: "none",
      executor,
      schema: planted(),
      limits: { anonymousPerMinute: 10_000, operationMilliseconds: 300 },
    });
  });

  it.each([
    ["crash", "INTERNAL_SERVER_ERROR", 200, true],
    ["rejected", "INTERNAL_SERVER_ERROR", 200, true],
    ["thrownText", "INTERNAL_SERVER_ERROR", 200, true],
    ["foreign", "INTERNAL_SERVER_ERROR", 200, true],
    ["overloaded", "OVERLOADED", 503, true],
    ["unavailable", "UNAVAILABLE", 503, true],
    ["missing", "NOT_FOUND", 200, false],
    ["limited", "RATE_LIMITED", 429, true],
  ] as const)("planted %s is told as %s", async (field, code, status, retryable) => {
    const answer = await api.anonymous(`{ ${field} fine }`, {}, { "accept-language": "en" });
    expect(answer.errors).toHaveLength(1);
    // A compiled query does not tell locations.
    expect(answer.errors[0]).toMatchObject({
      path: [field],
      extensions: { code, requestId: expect.stringMatching(/^request-/), retryable },
    });
    const keys = ["code", "requestId", ...(code === "RATE_LIMITED" ? ["retryAfter"] : []), "retryable"];
    expect(Object.keys(answer.errors[0]?.extensions ?? {}).sort()).toEqual(keys);
    expect(answer.status).toBe(status);
    expect(answer.data).toEqual({ [field]: null, fine: "fine" });
    expect(answer.text).not.toMatch(/SQLITE|srv|secret|QueryFailed|stack|WHATEVER/i);
  });

  it("a crash is logged with its request id, whole, and a refusal is not", async () => {
    api.logged.splice(0);
    const crash = await api.anonymous("{ crash }");
    expect(api.logged).toHaveLength(1);
    expect(api.logged[0]).toMatchObject({ requestId: crash.errors[0]?.extensions.requestId });
    expect(String((api.logged[0] as { err: Error }).err.message)).toBe(SECRET);
    await api.anonymous("{ missing }");
    expect(api.logged).toHaveLength(1);
  });

  it("a value that does not fit its type is a defect, told without the value", async () => {
    const answer = await api.anonymous("{ wrongType }");
    expect(errorCodes(answer)).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect(answer.text).not.toContain("secret");
  });

  it("sentences are in the language asked for", async () => {
    const [en, ro] = [
      await api.anonymous("{ missing }", {}, { "accept-language": "en" }),
      await api.anonymous("{ missing }", {}, { "accept-language": "ro-RO,ro;q=0.9,en;q=0.8" }),
    ];
    expect(en.errors[0]?.message).toBe("This does not exist, or you may not see it.");
    expect(ro.errors[0]?.message).toBe("Acest element nu există sau nu îl puteți vedea.");
  });

  it("Retry-After rounds up to whole seconds", async () => {
    expect((await api.anonymous("{ limited }")).headers["retry-after"]).toBe("2");
  });

  it("an operation that takes too long is answered UNAVAILABLE", async () => {
    const answer = await api.anonymous("{ endless fine }");
    expect([answer.status, ...errorCodes(answer)]).toEqual([503, "UNAVAILABLE"]);
  });

  it.each([
    ["no JSON", "{"],
    ["JSON null", "null"],
    ["a text", '"{ fine }"'],
    ["an array of operations", '[{"query":"{ fine }"}]'],
    ["no query", "{}"],
    ["a query that is no text", '{"query":5}'],
    ["variables that are no object", '{"query":"{ fine }","variables":"x"}'],
    ["a nesting of 40 levels", `{"query":"{ fine }","variables":${'{"a":'.repeat(40)}1${"}".repeat(40)}}`],
    ["an unknown operation name", '{"query":"query A { fine } query B { fine }","operationName":"C"}'],
    ["an operation name that is missing", '{"query":"query A { fine } query B { fine }"}'],
  ])("I-4: a body with %s is refused", async (_name, body) => {
    const response = await api.post(body);
    expect(response.status).toBe(400);
    const { errors } = JSON.parse(response.body) as {
      errors: { message: string; extensions: { code: string; requestId: string } }[];
    };
    expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(errors[0]?.extensions.code);
    expect(errors[0]?.extensions.requestId).toMatch(/^request-/);
  });

  it("only POST and GET are answered", async () => {
    const response = await api.post("", { method: "PUT" });
    expect([response.status, response.headers.allow]).toEqual([405, "GET, POST"]);
  });
});
