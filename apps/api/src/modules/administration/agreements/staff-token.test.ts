/** Agreements by token: with the right and its scope, so many incidents a day, given or taken; what takes an agreement over is for sessions (F60, F74). */
import { DAY, type Scope } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { accountStore } from "../../identity/module.js";

const ISSUE = `mutation ($input: CreateAgreementsInput!) { createAgreements(input: $input) { issued { planId accessId } userErrors { code message remedy } } }`;
const ADJUST = `mutation ($input: AdjustIncidentsInput!) { adjustIncidents(input: $input) { agreement { incidentsRemaining } userErrors { code } } }`;
const REVOKE = `mutation ($input: RevokeAgreementInput!) { revokeAgreement(input: $input) { agreement { state } userErrors { code } } }`;
const EXTEND = `mutation ($input: UpdateAgreementEndInput!) { updateAgreementEnd(input: $input) { userErrors { code } } }`;
const FOUR = { programmeId: "visual-studio-enterprise", startsOn: "2026-11-20", needsActivation: false };
const ALL: readonly Scope[] = ["staff:agreements:read", "staff:agreements:write"];

describeOnBothDatabases("a token of staff", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });
  const codes = (answer: Awaited<ReturnType<Person["ask"]>>, name: string): string[] =>
    answer.data[name].userErrors.map(({ code }: { code: string }) => code);
  const issue = (by: Person, more: object = {}) => by.ask(ISSUE, { input: { ...FOUR, ...more } });

  it("F74: issues within its day, with the pair in its answer; what goes beyond is refused whole, and counted again tomorrow", async () => {
    const crm = admin.withTokenThatMoves(10, ...ALL);
    const key = { idempotencyKey: "two-for-a-customer", count: 2 };
    const { issued } = (await issue(crm, key)).data.createAgreements;
    expect(issued).toEqual([
      expect.objectContaining({ accessId: expect.any(String) }),
      expect.objectContaining({ accessId: expect.any(String) }),
    ]);
    expect(codes(await issue(crm, key), "createAgreements"), "a repeated command moves nothing").toEqual([]);
    const before = (await admin.ask("{ managedAgreements { totalCount } }")).data;
    const [refused] = (await issue(crm)).data.createAgreements.userErrors;
    expect(refused).toEqual({
      code: "TOKEN_LIMIT_REACHED",
      message: "This token may move 2 more incidents today.",
      remedy: "Do it in the portal.",
    });
    expect((await admin.ask("{ managedAgreements { totalCount } }")).data).toEqual(before);
    expect(codes(await issue(admin), "createAgreements"), "its owner before a browser").toEqual([]);
    api.clock.advance(DAY);
    expect(codes(await issue(crm), "createAgreements")).toEqual([]);
  });

  it("F74: what is taken counts as what is given, and what is withdrawn by what is left of it", async () => {
    const { planId } = (await issue(admin)).data.createAgreements.issued[0];
    const crm = admin.withTokenThatMoves(4, ...ALL);
    const adjust = (incidents: number) => crm.ask(ADJUST, { input: { planId, incidents, reason: "Sold." } });
    expect((await adjust(-2)).data.adjustIncidents).toEqual({ agreement: { incidentsRemaining: 2 }, userErrors: [] });
    expect((await adjust(1)).data.adjustIncidents.agreement.incidentsRemaining).toBe(3);
    expect(codes(await adjust(-2), "adjustIncidents")).toEqual(["TOKEN_LIMIT_REACHED"]);
    expect((await adjust(1)).data.adjustIncidents.agreement.incidentsRemaining, "nothing of it was kept").toBe(4);
    const revoke = (by: Person) => by.ask(REVOKE, { input: { planId, reason: "Cancelled." } });
    expect(codes(await revoke(crm), "revokeAgreement")).toEqual(["TOKEN_LIMIT_REACHED"]);
    expect((await revoke(admin.withTokenThatMoves(4, ...ALL))).data.revokeAgreement).toEqual({
      agreement: { state: "REVOKED" },
      userErrors: [],
    });
  });

  it("F74: an agreement that was over counts with what is left of it once it is given more time; one that runs on does not", async () => {
    const extend = async (by: Person, options: { startsOn: string }, endsOn: string) => {
      const { planId } = await makeAgreement(api, [], options);
      return codes(await by.ask(EXTEND, { input: { planId, endsOn, reason: "Goodwill." } }), "updateAgreementEnd");
    };
    const crm = admin.withTokenThatMoves(3, ...ALL);
    expect(await extend(crm, { startsOn: "2024-01-10" }, "2027-06-30")).toEqual(["TOKEN_LIMIT_REACHED"]);
    expect(await extend(crm, { startsOn: "2026-11-16" }, "2028-06-30")).toEqual([]);
    expect(await extend(admin.withTokenThatMoves(4, ...ALL), { startsOn: "2024-01-10" }, "2027-06-30")).toEqual([]);
  });

  it("F74: ten at once on one agreement move what the day allows, and no more", async () => {
    const { planId } = await makeAgreement(api, [], { incidents: 10 });
    const crm = admin.withTokenThatMoves(4, ...ALL);
    const told = await Promise.all(
      Array.from({ length: 10 }, (_unused, place) =>
        crm.ask(ADJUST, { input: { planId, incidents: -1, reason: `Sold elsewhere, ${place}.` } }),
      ),
    );
    expect(told.filter((answer) => codes(answer, "adjustIncidents").length === 0)).toHaveLength(4);
    const seen = await admin.ask(`{ managedAgreement(id: "${planId}") { incidentsRemaining } }`);
    expect(seen.data.managedAgreement.incidentsRemaining).toBe(6);
  });

  it("F60, F74: without a daily number it moves nothing; without the scope, or once the role is gone, it is refused", async () => {
    expect(codes(await issue(admin.withToken(...ALL)), "createAgreements")).toEqual(["TOKEN_LIMIT_REACHED"]);
    const reader = admin.withTokenThatMoves(10, "staff:agreements:read");
    expect(errorCodes(await reader.ask("{ managedAgreements { totalCount } }"))).toEqual([]);
    const refused = await issue(reader);
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      requiredScopes: ["staff:agreements:write"],
    });
    const stranger = (await api.person()).withToken(...ALL);
    expect(errorCodes(await issue(stranger))).toEqual(["FORBIDDEN"]);
    const other = await api.person({ roles: ["ADMINISTRATOR"] });
    await api.db.transaction("test roles", (tx) =>
      tx.of(accountStore).setRoles(other.account.id, ["AUDITOR"], api.clock.now()),
    );
    const left = (await api.personById(other.account.id)).withToken(...ALL);
    expect(errorCodes(await issue(left))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await left.ask("{ managedAgreements { totalCount } }"))).toEqual([]);
  });
});
