import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../limits/limits.js";
import { createOperations } from "./operations.js";

const schema = buildSchema("type Query { isUp: Boolean } type Mutation { count: Boolean }");
const operations = () => createOperations(schema, DEFAULT_LIMITS);

describe("operations", () => {
  it.each([
    ["a short text", "query A { isUp }"],
    ["a text longer than any page of ours asks", `query A { isUp }\n#${" ".repeat(20_000)}`],
  ])("%s is prepared once, whoever asks again", (_what, query) => {
    const all = operations();
    expect(all.find(query, "A")).toBeUndefined();
    const prepared = all.prepare(query, "A");
    expect(all.prepare(query, "A")).toBe(prepared);
    expect(all.find(query, "A")).toBe(prepared);
    expect(all.find(`${query} `, "A")).toBeUndefined();
  });

  it("a few very long documents leave no room for others of their kind, and short ones stay", () => {
    const all = operations();
    const long = (name: string) => `query ${name} { isUp }\n#${" ".repeat(900_000)}`;
    for (const name of ["A", "B", "C"]) all.prepare(long(name), name);
    expect(["A", "B", "C"].map((name) => all.find(long(name), name) !== undefined)).toEqual([false, true, true]);
  });

  it("one document holds an operation for each name, and none for another", () => {
    const all = operations();
    const both = "query A { isUp } mutation B { count }";
    expect([all.prepare(both, "A"), all.prepare(both, "B")].map(({ operation }) => operation.operation)).toEqual([
      "query",
      "mutation",
    ]);
    expect(() => all.prepare(both, "C")).toThrow("no operation named");
    expect(() => all.prepare(both, null)).toThrow("Name the operation");
    expect(all.find(both, "C")).toBeUndefined();
  });
});
