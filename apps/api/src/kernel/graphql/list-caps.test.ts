/** No list grows without end: it is a connection, or says how many it holds and holds no more (F73). */
import {
  buildSchema,
  type GraphQLObjectType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
} from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { buildApiSchema } from "../../schema.js";
import { DEFAULT_LIMITS } from "../limits/limits.js";
import type { RequestContext } from "./context.js";
import { createCostMeter } from "./cost.js";
import { applyListCaps, capOf } from "./list-caps.js";
import { RequestError } from "./request-error.js";

const SDL = "type Query { things: [Thing!]! } type Thing { id: ID! kinds: [Kind!]! } enum Kind { A B }";
const thingsOf = (schema: ReturnType<typeof buildSchema>) => {
  const field = (schema.getQueryType() as GraphQLObjectType).getFields().things;
  if (field === undefined) throw new Error("no field");
  return field;
};

describe("lists", () => {
  it("F73: a list that says nothing of its length does not boot", () => {
    expect(() => applyListCaps(buildSchema(SDL))).toThrow("Query.things may grow without end");
  });

  it("F73: the cap is told, and a list of an enum has one by itself", () => {
    const schema = buildSchema(SDL);
    Object.assign(thingsOf(schema), { extensions: { cap: 2 }, description: "Things." });
    applyListCaps(schema);
    expect(thingsOf(schema).description).toBe("Things. At most 2.");
    const kinds = (schema.getType("Thing") as GraphQLObjectType).getFields().kinds;
    expect(kinds && capOf(kinds)).toBe(2);
  });

  it("F73: a longer list is refused, not cut, by the limit in force", async () => {
    const schema = buildSchema(SDL);
    const field = Object.assign(thingsOf(schema), { extensions: { cap: "listInput" } });
    applyListCaps(schema);
    const answered = (length: number, listInput: number): unknown =>
      field.resolve?.(
        { things: Array(length).fill({}) },
        {},
        { limits: { ...DEFAULT_LIMITS, listInput } } as RequestContext,
        {} as never,
      );
    expect(answered(50, 50)).toHaveLength(50);
    expect(() => answered(51, 50)).toThrow(RequestError);
    expect(answered(51, 60)).toHaveLength(51);
  });

  it("F73: a short cap makes an operation cheaper", () => {
    const costAt = (cap: number): number => {
      const schema = buildSchema(SDL);
      Object.assign(thingsOf(schema), { extensions: { cap } });
      return createCostMeter(
        schema,
        100,
      )({
        document: parse("{ things { id } }"),
        documentHash: "h",
        operationName: null,
        variables: {},
      });
    };
    expect([costAt(2), costAt(500)]).toEqual([2, 10]);
  });
});

describe("lists of the contract", () => {
  let without: string[];
  let count = 0;
  beforeAll(async () => {
    const types = Object.values((await buildApiSchema()).getTypeMap()).filter(({ name }) => !name.startsWith("__"));
    const fields = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => isListType(getNullableType(field.type)));
    count = fields.length;
    without = fields
      .filter(({ type, field }) => !type.name.endsWith("Connection") && capOf(field) === null)
      .map(({ type, field }) => `${type.name}.${field.name}`);
  });

  it("F73: each is a page of a connection or has a cap", () => {
    expect(count).toBeGreaterThan(100);
    expect(without).toEqual([]);
  });
});
