/** Deny by default: a field without a policy stops the boot; roots, tokens and objects on every path. */
import { SCOPES } from "@accord/domain";
import { buildSchema, type GraphQLObjectType, GraphQLString } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { CALLS } from "../../../../../tests/support/root-calls.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { MODULES } from "../../modules/modules.js";
import { buildApiSchema, POLICIES } from "../../schema.js";
import { applyPolicies } from "./apply-policies.js";

const tables = {
  roots: { "Query.open": { who: "public", scope: null } },
  published: { Thing: "id" },
  objectPolicies: {},
} as const;

describe("the walk over the schema", () => {
  it("boots when every field has a policy", () => {
    expect(() => applyPolicies(buildSchema("type Query { open: Thing } type Thing { id: ID! }"), tables)).not.toThrow();
  });

  it.each([
    [
      "a root field",
      "type Query { open: Thing planted: String } type Thing { id: ID! }",
      "Query.planted has no policy",
    ],
    ["a field", "type Query { open: Thing } type Thing { id: ID! planted: String }", "Thing.planted has no policy"],
    [
      "a type",
      "type Query { open: Thing } type Thing { id: ID! other: Planted } type Planted { a: Int }",
      "Planted.a has no policy",
    ],
    [
      "a stale policy",
      "type Query { open: Thing } type Thing { other: ID! }",
      "policy for Thing.id, which does not exist",
    ],
  ])("refuses to boot: planted %s", (_name, sdl, problem) => {
    expect(() => applyPolicies(buildSchema(sdl), tables)).toThrow(problem);
  });

  it("refuses to boot: a field planted in the real schema", async () => {
    const schema = await buildApiSchema();
    const type = schema.getType("SupportRequest") as GraphQLObjectType;
    const fields = type.getFields();
    const { number } = fields;
    if (number === undefined) throw new Error("no field to copy");
    fields.internalNote = { ...number, name: "internalNote", type: GraphQLString };
    expect(() => applyPolicies(schema, POLICIES)).toThrow("SupportRequest.internalNote has no policy");
  });
});

/** Subscriptions are asked over their own door: live.test.ts. */
const roots = Object.entries(MODULES.roots)
  .filter(([name]) => !name.startsWith("Subscription."))
  .map(([name, policy]) => [name.split(".")[1] ?? "", policy] as const);
const DESK: ReadonlySet<string> = new Set([
  "queue",
  "queueItem",
  "renderedReply",
  "workspace",
  "createRequestForCustomer",
  "removeCannedReply",
  "removeView",
  "saveCannedReply",
  "saveView",
]);
describe.each(["jit", "graphql-js"] as const)("roots and objects (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let owner: Person;
  let engineer: Person;
  let stranger: Person;
  let administrator: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), executor, limits: { anonymousPerMinute: 10_000 } });
    owner = await api.person();
    engineer = await api.person({ roles: ["ENGINEER"] });
    stranger = await api.person();
    administrator = await api.person({ roles: ["ADMINISTRATOR"] });
  });

  it.each(roots)("A-1: %s asks for a sign-in unless it is public", async (field, policy) => {
    const answer = await api.anonymous(CALLS[field] ?? "");
    if (policy.who === "public") expect(errorCodes(answer)).not.toContain("UNAUTHENTICATED");
    else expect(errorCodes(answer)).toEqual(["UNAUTHENTICATED"]);
  });

  it.each(roots)("A-1: %s by token needs its scope, and nothing else is refused for it", async (field, policy) => {
    // What only the support desk asks, an engineer asks: a customer is refused whatever the token (workspace.test.ts).
    const staff = policy.right === undefined ? owner : administrator;
    const person = DESK.has(field) ? engineer : staff;
    const without = await person.withToken(...SCOPES.filter((scope) => scope !== policy.scope)).ask(CALLS[field] ?? "");
    const withScope = await person.withToken(...(policy.scope === null ? [] : [policy.scope])).ask(CALLS[field] ?? "");
    if (policy.who === "session" || policy.scope !== null) expect(errorCodes(without)).toEqual(["FORBIDDEN"]);
    else expect(errorCodes(without)).not.toContain("FORBIDDEN");
    if (policy.who === "session") expect(errorCodes(withScope)).toEqual(["FORBIDDEN"]);
    else if (field !== "node" && field !== "nodes") expect(errorCodes(withScope)).not.toContain("FORBIDDEN");
  });

  it("A-2, R40, R88: a stranger reaches nothing of the owner by any path, and cannot tell it from what does not exist", async () => {
    const { planId } = await makeAgreement(api, [owner]);
    const { confirmation } = await openRequest(owner, planId);
    const saved = await owner.ask('mutation { saveDraft(input: { content: { title: "Mine" } }) { draft { id } } }');
    const ids = { plan: planId, request: confirmation.requestId, draft: saved.data.saveDraft.draft.id as string };
    for (const [field, id] of Object.entries(ids)) {
      const missing = `${id.slice(0, 4)}01m83p7w80e0erqd6kybk3cat9`;
      const ask = async (person: Person, root: string, asked: string) =>
        person.ask(`query ($id: ID!) { ${root}(${root === "request" ? "by: { id: $id }" : "id: $id"}) { id } }`, {
          id: asked,
        });
      expect((await ask(owner, field, id)).data[field].id).toBe(id);
      expect((await ask(owner, "node", id)).data.node.id).toBe(id);
      for (const root of [field, "node"]) {
        const [foreign, none] = [await ask(stranger, root, id), await ask(stranger, root, missing)];
        expect(errorCodes(foreign)).toEqual(["NOT_FOUND"]);
        const told = (text: string): string => text.replace(/request-\d+/g, "").replace(/"available":\d+/g, "");
        expect(told(foreign.text)).toBe(told(none.text));
      }
    }
    expect(errorCodes(await stranger.ask(`{ node(id: "${owner.account.id}") { id } }`))).toEqual(["NOT_FOUND"]);
    const lists = await stranger.ask("{ myRequests { nodes { id } } myPlans { nodes { id } } myDrafts { id } }");
    expect(lists.data).toEqual({ myRequests: { nodes: [] }, myPlans: { nodes: [] }, myDrafts: [] });
  });

  it("A-2: a token that may read plans does not reach requests through a plan's ledger, nor by node", async () => {
    const { planId } = await makeAgreement(api, [owner]);
    const { confirmation } = await openRequest(owner, planId);
    const document = `{ plan(id: "${planId}") { ledger { nodes { kind request { id title } } } } }`;
    const entryOf = async (person: Person) =>
      (await person.ask(document)).data.plan.ledger.nodes.find((entry: { kind: string }) => entry.kind === "CONSUME");
    expect((await entryOf(owner)).request.id).toBe(confirmation.requestId);
    expect((await entryOf(owner.withToken("agreements:read"))).request).toBeNull();
    const node = await owner.withToken("agreements:read").ask(`{ node(id: "${confirmation.requestId}") { id } }`);
    expect(errorCodes(node)).toEqual(["FORBIDDEN"]);
  });
});
