/** Nobody sets what is not theirs to set: input objects take their own fields and no other, and no customer's input has a forbidden one (A-12). */
import { extendSchema, type GraphQLSchema, getNamedType, isInputObjectType, parse, print } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { documentFor } from "../../../../../tests/support/id-arguments.js";
import { inputObjectsOf, withFieldAt } from "../../../../../tests/support/input-values.js";
import { createTestApi, errorCodes, type Person } from "../../../../../tests/support/test-api.js";
import { MODULES } from "../../modules/modules.js";
import { buildApiSchema } from "../../schema.js";

/** What only the server says: how things stand, whose they are, when they were, what they cost. */
const FORBIDDEN = new Set([
  "accountId",
  "actorId",
  "amountMinor",
  "closedAt",
  "createdAt",
  "endsAt",
  "endsOn",
  "engineerId",
  "expiresAt",
  "firstResponseDueAt",
  "incidents",
  "incidentsRemaining",
  "incidentsTotal",
  "isBound",
  "isEmailProven",
  "isFromSupport",
  "isGuest",
  "number",
  "ownerId",
  "price",
  "programme",
  "programmeId",
  "purchaserId",
  "roles",
  "scopes",
  "startsOn",
  "status",
  "submitterId",
  "updatedAt",
]);
/** Inputs that have such a field all the same: `Type.field`, with why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "CreateAccessAskInput.number": "Names the request that is asked about; sets nothing.",
  "CreateTokenInput.scopes": "Whoever makes a token says what it may do, never more than the account.",
  "RevokeAllSessionsInput.accountId": "Names whose sessions end: one's own, or for staff who may; sets nothing.",
  "RequestBy.number": "Names the request that is looked up; sets nothing.",
  "UpdateRequestStatusInput.status": "The engineer who owns the request says where it stands.",
};

/** Inputs of fields that ask for a right of staff: to set such things is what they are for. */
const inputsOfStaff = (schema: GraphQLSchema): ReadonlySet<string> => {
  const named = (isOfStaff: boolean): string[] =>
    [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
      Object.values(root?.getFields() ?? {})
        .filter((field) => (MODULES.roots[`${root?.name}.${field.name}`]?.right !== undefined) === isOfStaff)
        .flatMap((field) => field.args.map((argument) => getNamedType(argument.type).name)),
    );
  const ofOthers = new Set(named(false));
  return new Set(named(true).filter((name) => !ofOthers.has(name)));
};

const forbiddenFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type))
    .filter((type) => !inputsOfStaff(schema).has(type.name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((name) => FORBIDDEN.has(name))
        .map((name) => `${type.name}.${name}`),
    )
    .filter((field) => ALLOWED[field] === undefined);

let schema: GraphQLSchema;
let person: Person;
const databases = testDatabases("sqlite");
beforeAll(async () => {
  schema = await buildApiSchema();
  const limits = { costBucket: 10_000_000, wrongPairsPerAccount: 10_000, wrongPairsPerAddress: 10_000 };
  person = await (await createTestApi({ db: await databases.open(), limits })).person();
});

describe("mass assignment", () => {
  it("A-12: no input of customers has a field for status, owner, dates, balance, price or programme", () => {
    expect(forbiddenFields(schema)).toEqual([]);
    const planted = extendSchema(schema, parse("extend input CreateRequestInput { status: RequestStatus }"));
    expect(forbiddenFields(planted)).toEqual(["CreateRequestInput.status"]);
  });

  it("A-12: a field that an input does not have is refused, in variables and in the document, at every depth", async () => {
    const places = inputObjectsOf(schema);
    expect(places.length).toBeGreaterThan(15);
    expect(new Set(places.map(({ type }) => type))).toEqual(
      new Set(
        Object.values(schema.getTypeMap())
          .filter((type) => isInputObjectType(type))
          .map((type) => type.name),
      ),
    );
    for (const { door, type, path, values } of places) {
      const [root = "", field = ""] = door.split(".");
      const document = documentFor(schema, { root, field, path: [] }, values, "{ __typename }");
      for (const name of ["status", "ownerId", "incidentsRemaining", "constructor", "toString", "__proto__"]) {
        if (ALLOWED[`${type}.${name}`] !== undefined) continue;
        const told = `${door} ${path.join(".")} ${name}`;
        // What a client sends: a name of its own, also where it is one of every object.
        const hostile = JSON.parse(
          JSON.stringify(withFieldAt(values, path, "planted", "CLOSED")).replaceAll('"planted":', `"${name}":`),
        );
        const byVariable = await person.ask(document, hostile);
        expect(errorCodes(byVariable), `${told} ${byVariable.text}`).toEqual(["BAD_USER_INPUT"]);
        const inline = await person.ask(inlined(document, withFieldAt(values, path, "planted", "CLOSED"), name));
        expect(errorCodes(inline)[0], `${told} ${inline.text}`).toBe("GRAPHQL_VALIDATION_FAILED");
      }
    }
  });
});

/** The document with its variables written into it, and the planted field under `name`. */
const inlined = (document: string, values: unknown, name: string): string => {
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
    if (typeof value === "object" && value !== null)
      return `{ ${Object.entries(value)
        .map(([key, inner]) => `${key === "planted" ? name : key}: ${literal(inner)}`)
        .join(", ")} }`;
    // Names in capitals are values of enumerations, here as in our schema.
    if (typeof value === "string" && /^[A-Z_0-9]+$/.test(value) && value !== "RO") return value;
    return JSON.stringify(value);
  };
  const text = document.replace(/ \(\$[^{]*\) \{/, " {");
  const filled = Object.entries(values as Record<string, unknown>).reduce(
    (all, [key, value]) => all.replaceAll(`$${key}`, () => literal(value)),
    text,
  );
  return print(parse(filled));
};
