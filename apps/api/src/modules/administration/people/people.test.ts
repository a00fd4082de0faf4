/** Accounts, roles, partner tenants, sessions and tokens: seen, given, taken and ended, on both databases (F60, F82). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { codesOf } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId } from "../../../kernel/db/index.js";
import { DEFAULT_LIMITS } from "../../../kernel/limits/limits.js";
import { accountStore, createToken, sessionStore } from "../../identity/module.js";

const ACCOUNTS = `query ($filter: AccountFilter, $first: Int, $after: String) { accounts(filter: $filter, first: $first, after: $after) {
  totalCount nodes { id: accountId email roles } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!) { managedAccount(id: $id) { id: accountId email kind roles identities { issuer subject }
  sessions { nodes { id isCurrent } } tokens { nodes { id name scopes revokedAt } } } }`;
const ROLES = `mutation ($id: ID!, $roles: [StaffRole!]!) { updateStaffRoles(input: { accountId: $id, roles: $roles }) {
  account { roles } userErrors { code message } } }`;
const HOUR = 3_600_000;

describeOnBothDatabases("people as staff manage them", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    admin = await api.person({ roles: ["ADMINISTRATOR"], email: "first.admin@desk.example" });
  });
  const setRoles = async (by: Person, id: string, ...roles: string[]) =>
    (await by.ask(ROLES, { id, roles })).data.updateStaffRoles;
  const signIn = async (accountId: string) => {
    const at = api.clock.now();
    const id = newId("ses", at);
    const session = {
      id,
      accountId,
      tokenHash: id,
      authenticatedAt: at,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: at + HOUR,
    };
    await api.db.transaction("test session", (tx) =>
      tx.of(sessionStore).create({ ...session, idToken: null, device: null, network: null }),
    );
    return id;
  };

  it("F60: found by name, address, id, kind and role, page by page", async () => {
    const person = await api.person({ kind: "PERSONAL", email: "maria.special@x.example" });
    const ids = async (filter: object) =>
      (await admin.ask(ACCOUNTS, { filter })).data.accounts.nodes.map((one: { id: string }) => one.id);
    expect(await ids({ text: "SPECIAL@x" })).toEqual([person.account.id]);
    expect(await ids({ text: person.account.id })).toEqual([person.account.id]);
    expect(await ids({ text: person.account.familyName.toLowerCase(), kind: "PERSONAL" })).toEqual([person.account.id]);
    expect(await ids({ text: "special", kind: "WORK" })).toEqual([]);
    expect(await ids({ text: "%" })).toEqual([]);
    expect(await ids({ role: "ADMINISTRATOR" })).toEqual([admin.account.id]);
    const first = (await admin.ask(ACCOUNTS, { first: 1 })).data.accounts;
    const next = (await admin.ask(ACCOUNTS, { first: 1, after: first.pageInfo.endCursor })).data.accounts;
    expect([first.totalCount, next.totalCount]).toEqual([2, 2]);
    expect([first.nodes[0].id, next.nodes[0].id]).toEqual([person.account.id, admin.account.id]);
  });

  it("F60: roles are given and taken, each on record; the last administrator stays", async () => {
    const person = await api.person();
    const { id } = person.account;
    expect((await setRoles(admin, id, "LEAD", "AUDITOR")).account.roles.sort()).toEqual(["AUDITOR", "LEAD"]);
    expect((await setRoles(admin, id, "AUDITOR")).account.roles).toEqual(["AUDITOR"]);
    expect(await setRoles(admin, admin.account.id)).toMatchObject({
      account: null,
      userErrors: [{ code: "LAST_ADMINISTRATOR", message: "This is the last administrator." }],
    });
    await setRoles(admin, id, "ADMINISTRATOR");
    expect(codesOf(await setRoles(admin, admin.account.id))).toEqual([]);
    expect(codesOf(await setRoles(await api.personByEmail(person.account.email), id))).toEqual(["LAST_ADMINISTRATOR"]);
    admin = await api.personByEmail(person.account.email);
    const rows = (await api.db.read.of(auditStore).list(0, 1000)).filter((row) => row.objectId === id);
    expect(rows.map((row) => [row.action, row.details?.role])).toEqual([
      ["staff.grant", "LEAD"],
      ["staff.grant", "AUDITOR"],
      ["staff.revoke", "LEAD"],
      ["staff.grant", "ADMINISTRATOR"],
      ["staff.revoke", "AUDITOR"],
    ]);
  });

  it("F60: two administrators who take each other's role at once: one of them stays", async () => {
    const [a, b] = [admin, await api.person()];
    await setRoles(a, b.account.id, "ADMINISTRATOR");
    const other = await api.personByEmail(b.account.email);
    const answers = await Promise.all([setRoles(a, b.account.id), setRoles(other, a.account.id)]);
    expect(answers.flatMap(codesOf)).toEqual(["LAST_ADMINISTRATOR"]);
    const left = await api.db.read.of(accountStore).list({ role: "ADMINISTRATOR" });
    expect(left).toHaveLength(1);
    admin = await api.personByEmail(left[0]?.email ?? "");
  });

  it("F60: identities, sessions and tokens are seen and ended; what has ended is not there any more", async () => {
    const { account } = await api.person();
    const [one, two] = [await signIn(account.id), await signIn(account.id)];
    const made = await createToken(
      { db: api.db, clock: api.clock, limits: DEFAULT_LIMITS },
      { accountId: account.id, name: "deploy", scopes: ["requests:read"], expiresAt: null },
    );
    const see = async () => (await admin.ask(ONE, { id: account.id })).data.managedAccount;
    expect(await see()).toMatchObject({
      identities: [{ issuer: "https://identity.example" }],
      sessions: { nodes: [{ id: two, isCurrent: false }, { id: one }] },
      tokens: { nodes: [{ id: made.id, name: "deploy", scopes: ["REQUESTS_READ"], revokedAt: null }] },
    });
    expect(JSON.stringify(await see())).not.toContain(made.token);
    const end = (name: string, field: string, id: string) =>
      admin.ask(`mutation ($id: ID!) { ${name}(input: { ${field}: $id }) { ended userErrors { code } } }`, { id });
    expect((await end("revokeSession", "sessionId", one)).data.revokeSession.ended).toBe(1);
    expect(errorCodes(await end("revokeSession", "sessionId", one))).toEqual(["NOT_FOUND"]);
    expect((await see()).sessions.nodes).toHaveLength(1);
    expect((await end("revokeAllSessions", "accountId", account.id)).data.revokeAllSessions.ended).toBe(1);
    expect((await end("revokeToken", "tokenId", made.id)).data.revokeToken.ended).toBe(1);
    expect(await see()).toMatchObject({
      sessions: { nodes: [] },
      tokens: { nodes: [{ revokedAt: expect.any(String) }] },
    });
    await signIn(account.id);
    api.clock.advance(HOUR);
    expect((await see()).sessions.nodes).toEqual([]);
    const actions = (await api.db.read.of(auditStore).list(0, 1000)).filter((row) => row.objectId === account.id);
    expect(actions.map((row) => row.action)).toEqual([
      "token.create",
      "session.revoke",
      "session.revokeAll",
      "token.revoke",
    ]);
  });

  it("F60, F82: partner tenants are replaced as a whole, and what changed is on record", async () => {
    const set = async (...tenantIds: string[]) =>
      (
        await admin.ask(
          "mutation ($ids: [String!]!) { updatePartnerTenants(input: { tenantIds: $ids }) { partnerTenants { tenantId } userErrors { code path } } }",
          { ids: tenantIds },
        )
      ).data.updatePartnerTenants;
    await set("t-one", "t-two");
    expect((await set("t-two", "t-three", "t-two")).partnerTenants).toEqual([
      { tenantId: "t-three" },
      { tenantId: "t-two" },
    ]);
    expect((await admin.ask("{ partnerTenants { nodes { tenantId } } }")).data.partnerTenants.nodes).toHaveLength(2);
    expect(codesOf(await set("no good"))).toEqual(["INPUT_INVALID"]);
    const rows = (await api.db.read.of(auditStore).list(0, 1000)).filter((row) => row.action === "partnerTenants.set");
    expect(rows.at(-1)?.details).toEqual({ added: ["t-three"], removed: ["t-one"] });
  });

  it("F60: an auditor sees all of it and changes none", async () => {
    const auditor = await api.person({ roles: ["AUDITOR"] });
    expect((await auditor.ask(ONE, { id: admin.account.id })).data.managedAccount.roles).toEqual(["ADMINISTRATOR"]);
    expect(errorCodes(await auditor.ask(ROLES, { id: auditor.account.id, roles: ["ADMINISTRATOR"] }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
