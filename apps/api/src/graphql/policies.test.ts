/** Deny by default: a field without a policy stops the boot; roots, tokens and objects on every path (A-2, A-3; reliability.md, 5.8). */
import { buildSchema, type GraphQLObjectType, GraphQLString } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../tests/support/test-api.js";
import { buildApiSchema } from "../schema.js";
import { applyPolicies } from "./apply-policies.js";
import { ROOT_POLICIES } from "./policies.js";

const tables = {
  roots: { "Query.open": { who: "public", scope: null } },
  published: { Thing: "id" },
  gates: {},
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
    expect(() => applyPolicies(schema)).toThrow("SupportRequest.internalNote has no policy");
  });
});

/** Subscriptions are asked over their own door: live.test.ts. */
const roots = Object.entries(ROOT_POLICIES)
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
/** A document that asks a root field, with arguments that mean nothing. */
const CALLS: Readonly<Record<string, string>> = {
  article: '{ article(id: "nothing") { id } }',
  articles: "{ articles { id } }",
  portalSettings: "{ portalSettings { version } }",
  catalogue: "{ catalogue { totalCount } }",
  countries: "{ countries { code } }",
  incidentOffers: "{ incidentOffers { id } }",
  expectedFirstResponse: '{ expectedFirstResponse(country: "RO", timeZone: "Europe/Bucharest", severity: CRITICAL) }',
  node: '{ node(id: "req_01m83p7w80e0erqd6kybk3cat8") { id } }',
  portalRoute: '{ portalRoute(productId: "nothing") { families } }',
  portalRoutes: "{ portalRoutes { families } }",
  product: '{ product(id: "nothing") { id } }',
  productVersion: '{ productVersion(id: "nothing") { id } }',
  productVersions: "{ productVersions { totalCount } }",
  programmes: "{ programmes { id } }",
  severities: "{ severities { name } }",
  queue: "{ queue { totalCount } }",
  queueItem: '{ queueItem(id: "req_01m83p7w80e0erqd6kybk3cat8") { id } }',
  renderedReply: '{ renderedReply(replyId: "nothing", requestId: "nothing") { text } }',
  workspace: "{ workspace { isOnCall } }",
  changeRequestStatus:
    'mutation { changeRequestStatus(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", status: IN_PROGRESS }) { userErrors { code } } }',
  changeSeverity:
    'mutation { changeSeverity(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", severity: MINIMAL }) { userErrors { code } } }',
  createRequestForCustomer:
    'mutation { createRequestForCustomer(input: { productVersionId: "nothing", categoryId: "nothing", problemId: "nothing", title: "", description: "", severity: MINIMAL, country: "RO", timeZone: "Europe/Bucharest", primaryContact: { givenName: "", familyName: "", email: "" } }) { userErrors { code } } }',
  decideSplit: 'mutation { decideSplit(input: { proposalId: "nothing", isAccepted: false }) { userErrors { code } } }',
  handOverRequest:
    'mutation { handOverRequest(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  proposeSplit:
    'mutation { proposeSplit(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", title: "", description: "" }) { userErrors { code } } }',
  reassignRequest:
    'mutation { reassignRequest(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  refundIncident:
    'mutation { refundIncident(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8", reason: DUPLICATE }) { userErrors { code } } }',
  removeCannedReply: 'mutation { removeCannedReply(id: "nothing") { removedId } }',
  removeView: 'mutation { removeView(id: "nothing") { removedId } }',
  saveCannedReply:
    'mutation { saveCannedReply(input: { title: "", text: "", language: "en" }) { userErrors { code } } }',
  saveView: 'mutation { saveView(input: { name: "" }) { userErrors { code } } }',
  takeRequest:
    'mutation { takeRequest(input: { requestId: "req_01m83p7w80e0erqd6kybk3cat8" }) { userErrors { code } } }',
  viewer: "{ viewer { scopes } }",
  availablePlans: '{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } }',
  myPlans: "{ myPlans { totalCount } }",
  plan: '{ plan(id: "nothing") { id } }',
  unavailablePlans: '{ unavailablePlans(productVersionId: "windows-server-2025") { plan { id } } }',
  draft: '{ draft(id: "nothing") { id } }',
  myDrafts: "{ myDrafts { id } }",
  myRequests: "{ myRequests { totalCount } }",
  notices: "{ notices { totalCount } }",
  unreadNoticeCount: "{ unreadNoticeCount }",
  markNoticesRead: "mutation { markNoticesRead(input: { isAll: true }) { userErrors { code } } }",
  setNoticePreferences: "mutation { setNoticePreferences(input: { mailOn: [] }) { userErrors { code } } }",
  setSubscription:
    'mutation { setSubscription(input: { requestId: "nothing", isSubscribed: true }) { userErrors { code } } }',
  request: '{ request(id: "nothing") { id } }',
  completeProfile:
    'mutation { completeProfile(input: { country: "RO", timeZone: "Europe/Bucharest", language: EN, preferredContactMethod: EMAIL }) { userErrors { code } } }',
  addAgreement: 'mutation { addAgreement(input: { accessId: "a", agreementId: "b" }) { userErrors { code } } }',
  removeAgreement: 'mutation { removeAgreement(input: { planId: "nothing" }) { userErrors { code } } }',
  revealAgreement: 'mutation { revealAgreement(input: { planId: "nothing" }) { userErrors { code } } }',
  purchaseIncident:
    'mutation { purchaseIncident(input: { offerId: "a", paymentMethodId: "b", consent: true, idempotencyKey: "k" }) { userErrors { code } } }',
  createRequest:
    'mutation { createRequest(input: { idempotencyKey: "k", productVersionId: "v", categoryId: "c", problemId: "p", title: "t", description: "d", planId: "nothing", severity: MINIMAL, country: "RO", timeZone: "Europe/Bucharest", primaryContact: { givenName: "A", familyName: "B", email: "a@b.example" } }) { userErrors { code } } }',
  addAttachments:
    'mutation { addAttachments(input: { requestId: "nothing", attachmentIds: [] }) { userErrors { code } } }',
  createAttachmentUpload:
    'mutation { createAttachmentUpload(input: { requestId: "nothing", name: "a", size: 1, mediaType: "" }) { userErrors { code } } }',
  removeAttachment: 'mutation { removeAttachment(input: { attachmentId: "nothing" }) { userErrors { code } } }',
  addCommunication: 'mutation { addCommunication(input: { requestId: "nothing", text: "t" }) { userErrors { code } } }',
  askSeverityChange:
    'mutation { askSeverityChange(input: { requestId: "nothing", severity: MINIMAL, reason: "r" }) { userErrors { code } } }',
  closeRequest: 'mutation { closeRequest(input: { requestId: "nothing" }) { userErrors { code } } }',
  editCommunication: 'mutation { editCommunication(input: { entryId: "nothing", text: "t" }) { userErrors { code } } }',
  rateRequest: 'mutation { rateRequest(input: { requestId: "nothing", score: 5 }) { userErrors { code } } }',
  reopenRequest: 'mutation { reopenRequest(input: { requestId: "nothing", reason: "r" }) { userErrors { code } } }',
  withdrawRequest: 'mutation { withdrawRequest(input: { requestId: "nothing" }) { userErrors { code } } }',
  askForAccess: 'mutation { askForAccess(input: { number: "1" }) { userErrors { code } } }',
  confirmAddress: 'mutation { confirmAddress(input: { token: "nothing" }) { userErrors { code } } }',
  createInvitation:
    'mutation { createInvitation(input: { requestId: "nothing", contactId: "nothing" }) { userErrors { code } } }',
  decideAccessAsk: 'mutation { decideAccessAsk(input: { askId: "nothing", isGranted: true }) { userErrors { code } } }',
  redeemInvitation: 'mutation { redeemInvitation(input: { token: "nothing" }) { userErrors { code } } }',
  sendAddressConfirmation: "mutation { sendAddressConfirmation { userErrors { code } } }",
  discardDraft: 'mutation { discardDraft(input: { draftId: "nothing" }) { userErrors { code } } }',
  removeContact:
    'mutation { removeContact(input: { requestId: "nothing", contactId: "nothing" }) { userErrors { code } } }',
  saveDraft: 'mutation { saveDraft(input: { content: { title: "t" } }) { userErrors { code } } }',
  shareRequest: 'mutation { shareRequest(input: { requestId: "nothing", contacts: [] }) { userErrors { code } } }',
};
const ALL = [
  "agreements:read",
  "agreements:write",
  "requests:read",
  "requests:write",
  "purchases:write",
  "webhooks:manage",
] as const;

describe.each(["jit", "graphql-js"] as const)("roots and objects (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let owner: Person;
  let engineer: Person;
  let stranger: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), executor, limits: { anonymousPerMinute: 10_000 } });
    owner = await api.person();
    engineer = await api.person({ roles: ["ENGINEER"] });
    stranger = await api.person();
  });

  it.each(roots)("A-1: %s asks for a sign-in unless it is public", async (field, policy) => {
    const answer = await api.anonymous(CALLS[field] ?? "");
    if (policy.who === "public") expect(errorCodes(answer)).not.toContain("UNAUTHENTICATED");
    else expect(errorCodes(answer)).toEqual(["UNAUTHENTICATED"]);
  });

  it.each(roots)("A-1: %s by token needs its scope, and nothing else is refused for it", async (field, policy) => {
    // What only the support desk asks, an engineer asks: a customer is refused whatever the token (workspace.test.ts).
    const person = DESK.has(field) ? engineer : owner;
    const without = await person.withToken(...ALL.filter((scope) => scope !== policy.scope)).ask(CALLS[field] ?? "");
    const withScope = await person.withToken(...(policy.scope === null ? [] : [policy.scope])).ask(CALLS[field] ?? "");
    if (policy.who === "session" || policy.scope !== null) expect(errorCodes(without)).toEqual(["FORBIDDEN"]);
    else expect(errorCodes(without)).not.toContain("FORBIDDEN");
    if (policy.who === "session") expect(errorCodes(withScope)).toEqual(["FORBIDDEN"]);
    else if (field !== "node") expect(errorCodes(withScope)).not.toContain("FORBIDDEN");
  });

  it("A-2, R40, R88: a stranger reaches nothing of the owner by any path, and cannot tell it from what does not exist", async () => {
    const { planId } = await makeAgreement(api, [owner]);
    const { confirmation } = await openRequest(owner, planId);
    const saved = await owner.ask('mutation { saveDraft(input: { content: { title: "Mine" } }) { draft { id } } }');
    const ids = { plan: planId, request: confirmation.requestId, draft: saved.data.saveDraft.draft.id as string };
    for (const [field, id] of Object.entries(ids)) {
      const missing = `${id.slice(0, 4)}01m83p7w80e0erqd6kybk3cat9`;
      const ask = async (person: Person, root: string, asked: string) =>
        person.ask(`query ($id: ID!) { ${root}(id: $id) { id } }`, { id: asked });
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
