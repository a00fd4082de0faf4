/** A mutation says which refusals it can give, and gives no other (K8). */
import { buildSchema, execute, type GraphQLSchema, parse } from "graphql";
import { expect, it } from "vitest";
import { applyDeclaredRefusals, type RefusalTable, watchRefusals } from "./declared-refusals.js";

const schemaOf = (): GraphQLSchema =>
  buildSchema(
    "type Query { a: Int } type Error { code: String! } type Payload { userErrors: [Error!]! } type Mutation { act: Payload drop: Int }",
  );
const GOOD: RefusalTable = { act: ["REQUEST_CLOSED"], drop: [] };

it.each<[RefusalTable, string]>([
  [{ act: ["REQUEST_CLOSED"] }, "Mutation.drop has no row of refusals"],
  [{ ...GOOD, gone: [] }, "refusals of Mutation.gone, which does not exist"],
  [{ ...GOOD, drop: ["REQUEST_CLOSED"] }, "Mutation.drop has refusals and no userErrors"],
])("K8: a table that does not fit the schema keeps it from being served: %j", (table, problem) => {
  expect(() => applyDeclaredRefusals(schemaOf(), table)).toThrow(problem);
  expect(() => applyDeclaredRefusals(schemaOf(), GOOD)).not.toThrow();
});

it("K8: where refusals are watched, one that is not declared is a defect", async () => {
  watchRefusals();
  const answerWith = async (code: string) => {
    const schema = schemaOf();
    const field = schema.getMutationType()?.getFields().act;
    if (field !== undefined) field.resolve = () => ({ userErrors: [{ code }] });
    applyDeclaredRefusals(schema, GOOD);
    const { data, errors } = await execute({ schema, document: parse("mutation { act { userErrors { code } } }") });
    return errors?.[0]?.message ?? data;
  };
  expect(await answerWith("REQUEST_CLOSED")).toEqual({ act: { userErrors: [{ code: "REQUEST_CLOSED" }] } });
  expect(await answerWith("NOT_REQUEST_OWNER")).toBe("act does not declare its refusal NOT_REQUEST_OWNER");
});
