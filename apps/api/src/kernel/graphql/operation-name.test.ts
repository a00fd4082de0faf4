/** F73: a name that no operation has is refused before anything runs, on every way to an answer, also once the text is known. */
import { buildSchema, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi } from "../../../../../tests/support/test-api.js";

const ways = [
  { way: "graphql-jit, directly where known", options: { executor: "jit", isDirect: true } },
  { way: "graphql-jit through Apollo", options: { executor: "jit", isDirect: false } },
  { way: "graphql-js through Apollo", options: { executor: "graphql-js", isDirect: false } },
] as const;

const ONE = "mutation { count }";
const NAMED = "mutation Count { count }";
const SEVERAL = "mutation Count { count } query Look { isUp } mutation Other { count }";

const wrong: readonly [what: string, query: string, operationName: string | null][] = [
  ["one without a name, asked for by one", ONE, "Count"],
  ["one without a name, asked for by the empty one", ONE, ""],
  ["one with another name", NAMED, "count"],
  ["one with a name, asked for by the empty one", NAMED, ""],
  ["a name that only begins alike", NAMED, "Count "],
  ["a name out of the prototype", NAMED, "constructor"],
  ["several, none of that name", SEVERAL, "Nothing"],
  ["several and the empty name", SEVERAL, ""],
  ["several and no name", SEVERAL, null],
];
const right: readonly [what: string, query: string, operationName?: string | null][] = [
  ["one without a name", ONE],
  ["one without a name, null given", ONE, null],
  ["one with a name that is not given", NAMED],
  ["one with its name", NAMED, "Count"],
  ["one of several", SEVERAL, "Other"],
];
const ACCEPTS = [undefined, "application/json", "application/graphql-response+json"];

describe.each(ways)("the operation meant: $way", ({ options }) => {
  const databases = testDatabases("sqlite");
  const open = async () => {
    const counted = { runs: 0 };
    const api = await createTestApi({
      db: await databases.open(),
      seed: "none",
      schema: counting(counted),
      ...options,
    });
    const send = (body: object, accept: string | undefined = undefined) =>
      api.post(JSON.stringify(body), { address: "10.0.0.1", headers: accept === undefined ? {} : { accept } });
    return { api, counted, send };
  };

  it.each(wrong)("F73: %s is refused, and nothing ran", async (_what, query, operationName) => {
    const { api, counted, send } = await open();
    // Everything that could be known of this text is known.
    for (const [, known, name] of right) if (known === query) await send({ query, operationName: name });
    const before = counted.runs;
    for (const accept of ACCEPTS) {
      const answer = await send({ query, operationName }, accept);
      const { data, errors } = JSON.parse(answer.body);
      expect([answer.status, data, errors.length, errors[0].extensions.code]).toEqual([
        400,
        undefined,
        1,
        "BAD_USER_INPUT",
      ]);
      expect(errors[0].message).toMatch(operationName === null ? /^Name the operation/ : /holds no operation named/);
    }
    expect(counted.runs).toBe(before);
    expect(api.logged).toEqual([]);
  });

  it.each(right)("%s runs once each time", async (_what, query, operationName) => {
    const { counted, send } = await open();
    for (let turn = 1; turn <= 3; turn += 1) {
      const answer = await send({ query, ...(operationName === undefined ? {} : { operationName }) });
      expect([answer.status, JSON.parse(answer.body).data, counted.runs]).toEqual([200, { count: true }, turn]);
    }
  });

  it("a name and a text that together read like another pair are not taken for it", async () => {
    const { counted, send } = await open();
    // As one string the two pairs would be the same.
    await send({ query: " mutation B { count }" });
    await send({ query: "mutation B { count }" });
    const before = counted.runs;
    for (const [operationName, query] of [
      ["", "mutation B { count }"],
      [" ", "mutation B { count }"],
      ["mutation", "B { count }"],
      [" mutation B", "{ count }"],
    ])
      expect((await send({ query, operationName })).status).toBe(400);
    expect(counted.runs).toBe(before);
  });
});

const counting = (counted: { runs: number }): GraphQLSchema => {
  const schema = buildSchema("type Query { isUp: Boolean } type Mutation { count: Boolean }");
  const field = schema.getMutationType()?.getFields().count;
  if (field !== undefined)
    field.resolve = () => {
      counted.runs += 1;
      return true;
    };
  return schema;
};
