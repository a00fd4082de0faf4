/** The matrix of staff rights over every root field of the schema: each role asks each of them (A-1, F60). */
import { mayStaff, STAFF_ROLES, type StaffRole } from "@accord/domain";
import { buildSchema, execute, parse } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { CALLS } from "../../../../../tests/support/root-calls.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { MODULES } from "../../modules/modules.js";
import { applyPolicies } from "./apply-policies.js";
import { staff } from "./root-policy.js";

const ROLES: readonly (StaffRole | null)[] = [null, ...STAFF_ROLES];
const guarded = Object.entries(MODULES.roots).flatMap(([name, { right }]) =>
  right === undefined ? [] : [[name.split(".")[1] ?? "", right] as const],
);

describe("who may ask what staff asks", () => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let people: ReadonlyMap<StaffRole | null, Person>;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    const made = ROLES.map(async (role) => [role, await api.person({ roles: role === null ? [] : [role] })] as const);
    people = new Map(await Promise.all(made));
  });

  it.each(ROLES)("F60: a planted field asks %s for its right", async (role) => {
    const schema = buildSchema("type Query { planted: Boolean }");
    applyPolicies(schema, { roots: { "Query.planted": staff("READ_AUDIT") }, published: {}, objectPolicies: {} });
    const contextValue = { principal: people.get(role)?.principal, signal: new AbortController().signal };
    const { errors = [] } = await execute({ schema, document: parse("{ planted }"), rootValue: {}, contextValue });
    expect(errors.map(({ message }) => message).length).toBe(
      mayStaff(role === null ? [] : [role], "READ_AUDIT") ? 0 : 1,
    );
  });

  it.each(guarded)("F60: %s answers the roles with the right %s, and no other", async (field, right) => {
    for (const [role, person] of people) {
      const codes = errorCodes(await person.ask(CALLS[field] ?? ""));
      expect(codes, `${role} asks ${field}`).not.toContain("INTERNAL_SERVER_ERROR");
      if (mayStaff(role === null ? [] : [role], right)) expect(codes).not.toContain("FORBIDDEN");
      else expect(codes, `${role} asks ${field}`).toEqual(["FORBIDDEN"]);
    }
  });
});
