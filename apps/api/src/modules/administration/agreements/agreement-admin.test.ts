/** Agreements found, issued, adjusted, extended, withdrawn, given new IDs and passed on by link (F18, F56, P16; R14-R18, E12). */
import { addDays, dayAt, PLAN_STATES, planStateAt } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import {
  type Answer,
  createTestApi,
  errorCodes,
  type Person,
  type TestApi,
} from "../../../../../../tests/support/test-api.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { activationStore, managedPlanStore } from "../../agreements/module.js";

const ERRORS = "userErrors { code path message }";
const ISSUE = `mutation ($input: CreateAgreementsInput!) { createAgreements(input: $input) {
  issued { planId accessId agreementId endsOn letterUrl activation { url expiresAt } } ${ERRORS} } }`;
const change = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { agreement { id: planId state endsOn incidentsRemaining } ${ERRORS} } }`;
const ROTATE = `mutation ($input: RotatePairInput!) { rotatePair(input: $input) {
  accessId agreementId agreement { accessIdEnding holders { nodes { account { id: accountId } } } } ${ERRORS} } }`;
const LINK = `mutation ($id: ID!) { createActivationLink(input: { planId: $id }) { activation { url } ${ERRORS} } }`;
const ACTIVATE = `mutation ($token: String!) { redeemActivationLink(input: { token: $token }) { plan { id state } isUsableFrom
  userErrors { __typename code ... on AgreementAlreadyRegisteredError { plan { id } } } } }`;
const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } userErrors { code } } }`;
const LIST = `query ($filter: ManagedAgreementFilter, $first: Int, $after: String) {
  managedAgreements(filter: $filter, first: $first, after: $after) { totalCount nodes { id: planId state } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!) { managedAgreement(id: $id) { id: planId state startsOn endsOn recipient { name email language }
  activation { state usedBy { email } } holders { nodes { account { id: accountId name email } incidentsUsed } } usage { requestCount incidentsUsed lastUsedAt }
  ledger { totalCount nodes { kind incidents balanceAfter actor { email } requestNumber reason } } } }`;
const tokenOf = (url: string): string => url.split("/").at(-1) ?? "";

describeOnBothDatabases("agreements as staff manage them", (databases) => {
  let api: TestApi;
  let admin: Person;
  beforeAll(async () => {
    api = await createTestApi({
      db: await databases.open(),
      limits: { linkTriesPerAccount: 1000, linkTriesPerAddress: 1000 },
    });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });
  const issue = async (more: object = {}) => {
    const input = {
      programmeId: "visual-studio-enterprise",
      startsOn: "2026-11-20",
      language: "RO",
      needsActivation: false,
      ...more,
    };
    return (await admin.ask(ISSUE, { input })).data.createAgreements;
  };
  const ids = async (filter: object) =>
    (await admin.ask(LIST, { filter, first: 100 })).data.managedAgreements.nodes.map((one: { id: string }) => one.id);

  it("F56, R10, R14: issues many at once; each pair is shown once and opens its own agreement, which grants several incidents", async () => {
    const key = "issue-three";
    const more = { count: 3, recipientName: "Ana Pop", recipientEmail: "Ana@Carpatia.example", idempotencyKey: key };
    const { issued, userErrors } = await issue(more);
    expect(userErrors).toEqual([]);
    expect(new Set(issued.map((one: { accessId: string }) => one.accessId)).size).toBe(3);
    const person = await api.person();
    for (const { accessId, agreementId, planId, letterUrl } of issued) {
      const added = await person.ask(ADD, { input: { accessId, agreementId } });
      expect(added.data.addAgreement.plan.id).toBe(planId);
      expect(letterUrl).toBe(`/admin/letters/${planId}`);
    }
    const again = await issue(more);
    expect(again.issued).toEqual(
      issued.map((one: object) => ({ ...one, accessId: null, agreementId: null, activation: null })),
    );
    const [first] = issued;
    const told = (await admin.ask(ONE, { id: first.planId })).data.managedAgreement;
    expect(told).toMatchObject({
      recipient: { name: "Ana Pop", email: "ana@carpatia.example", language: "RO" },
      holders: { nodes: [{ account: { id: person.account.id, email: person.account.email }, incidentsUsed: 0 }] },
      activation: { state: "OPEN", usedBy: null },
      ledger: { totalCount: 1, nodes: [{ kind: "GRANT", incidents: 4, actor: { email: admin.account.email } }] },
    });
    expect((await issue({ count: 101, recipientEmail: "x" })).userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["count"] },
      { code: "INPUT_INVALID", path: ["recipientEmail"] },
    ]);
  });

  it("R2, K8: nothing is issued of a programme that was retired", async () => {
    const { issued, userErrors } = await issue({ programmeId: "software-assurance-24x7" });
    expect(issued).toBeNull();
    expect(userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["programmeId"], message: expect.stringContaining("retired") },
    ]);
  });

  it("F56: found by the end of an ID, by recipient, by holder, by programme and by day, page by page", async () => {
    const { issued } = await issue({ recipientName: "Zoe Unique", recipientEmail: "zoe.unique@x.example" });
    const { planId, accessId, agreementId } = issued[0];
    const person = await api.person({ email: "holder.unique@x.example" });
    await person.ask(ADD, { input: { accessId, agreementId } });
    for (const filter of [
      { idPart: accessId.slice(-4) },
      { idPart: agreementId.slice(-7) },
      { holder: "zoe.UNIQUE@" },
      { holder: "zoe uni" },
      { holder: "HOLDER.unique" },
    ])
      expect(await ids(filter), JSON.stringify(filter)).toContain(planId);
    expect(await ids({ idPart: "!!!!" })).toEqual([]);
    expect(await ids({ holder: "%" })).toEqual([]);
    expect(await ids({ programmeId: "none" })).toEqual([]);
    expect(await ids({ holder: "zoe", endingBefore: "2027-11-20" })).toEqual([]);
    expect(await ids({ holder: "zoe", endingBefore: "2027-11-21" })).toEqual([planId]);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Answer["data"] = (await admin.ask(LIST, { first: 2, after })).data.managedAgreements;
      seen.push(...page.nodes.map((one: { id: string }) => one.id));
      expect(page.totalCount).toBe((await ids({})).length);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(await ids({}));
  });

  it("F56: asked for by state, exactly those whose state it is, whatever their zone", async () => {
    const today = dayAt(api.clock.now(), "UTC");
    for (const timeZone of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
      for (const days of [-800, -400, -366, -365, -364, -336, -335, -334, -1, 0, 1, 2, 40])
        await issue({ startsOn: addDays(today, days), timeZone });
    const [{ planId }] = (await issue()).issued;
    await admin.ask(change("revokeAgreement", "RevokeAgreementInput"), { input: { planId, reason: "Not paid." } });
    await issue({ needsActivation: true });
    const lapsed = await makeAgreement(api);
    const past = { redeemBy: addDays(today, -1), redeemEndsAt: api.clock.now() - 1 };
    await api.db.transaction("lapse", (tx) =>
      tx.of(activationStore).create({ planId: lapsed.planId, basis: "ACTIVATION", ...past }),
    );
    const empty = await makeAgreement(api, [], { incidents: 1 });
    await admin.ask(change("adjustIncidents", "AdjustIncidentsInput"), {
      input: { planId: empty.planId, incidents: -1, reason: "Used elsewhere." },
    });
    const all = await api.db.read.of(managedPlanStore).page({ now: 0 }, { first: 1000, after: null });
    for (const state of PLAN_STATES) {
      const expected = all.rows.filter((plan) => planStateAt(plan, api.clock.now()) === state).map(({ id }) => id);
      expect(await ids({ state }), state).toEqual(expected);
      if (state !== "RETIRED") expect(expected.length, state).toBeGreaterThan(0);
    }
  });

  it("F18, R11: adjusts with a reason that stays in the ledger, within what was granted; extends, never shortens", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const { confirmation } = await openRequest(person, planId);
    const adjust = async (incidents: number, reason = "Goodwill after the outage.") =>
      (await admin.ask(change("adjustIncidents", "AdjustIncidentsInput"), { input: { planId, incidents, reason } }))
        .data.adjustIncidents;
    expect((await adjust(1)).agreement.incidentsRemaining).toBe(4);
    expect(codesOf(await adjust(1))).toEqual(["ADJUSTMENT_NOT_POSSIBLE"]);
    expect(codesOf(await adjust(-5))).toEqual(["ADJUSTMENT_NOT_POSSIBLE"]);
    expect(codesOf(await adjust(-1, " "))).toEqual(["INPUT_REQUIRED"]);
    const told = (await admin.ask(ONE, { id: planId })).data.managedAgreement;
    expect(told.usage).toMatchObject({ requestCount: 1, incidentsUsed: 1 });
    expect(told.holders.nodes).toMatchObject([{ incidentsUsed: 1 }]);
    expect(told.ledger.nodes).toMatchObject([
      { kind: "ADJUST", incidents: 1, balanceAfter: 4, reason: "Goodwill after the outage." },
      { kind: "CONSUME", requestNumber: confirmation.number },
      { kind: "GRANT" },
    ]);
    const extend = async (endsOn: string) =>
      (
        await admin.ask(change("updateAgreementEnd", "UpdateAgreementEndInput"), {
          input: { planId, endsOn, reason: "Agreed." },
        })
      ).data.updateAgreementEnd;
    expect((await extend("2028-01-31")).agreement).toMatchObject({ endsOn: "2028-01-31" });
    expect((await extend("2028-01-30")).userErrors).toMatchObject([{ code: "INPUT_INVALID", path: ["endsOn"] }]);
    expect((await person.ask(`{ plan(id: "${planId}") { endsOn } }`)).data.plan.endsOn).toBe("2028-01-31");
  });

  it("F56, E12: new IDs close the old ones and the open link, for the holders too where it is asked", async () => {
    const [person, other] = [await api.person(), await api.person()];
    const { planId, accessId, agreementId } = await makeAgreement(api, [person]);
    const link = (await admin.ask(LINK, { id: planId })).data.createActivationLink.activation.url;
    const rotate = async (keepsHolders: boolean) =>
      (await admin.ask(ROTATE, { input: { planId, reason: "Leaked.", keepsHolders } })).data.rotatePair;
    const rotated = await rotate(true);
    expect(rotated.agreement.holders.nodes).toHaveLength(1);
    expect(codesOf((await other.ask(ADD, { input: { accessId, agreementId } })).data.addAgreement)).toEqual([
      "AGREEMENT_NOT_ACCEPTED",
    ]);
    expect(codesOf((await other.ask(ACTIVATE, { token: tokenOf(link) })).data.redeemActivationLink)).toEqual([
      "INVITE_NOT_VALID",
    ]);
    const fresh = { accessId: rotated.accessId, agreementId: rotated.agreementId };
    expect((await other.ask(ADD, { input: fresh })).data.addAgreement.plan.id).toBe(planId);
    expect((await rotate(false)).agreement.holders.nodes).toEqual([]);
    expect(errorCodes(await person.ask(`{ plan(id: "${planId}") { id } }`))).toEqual(["NOT_FOUND"]);
  });

  it("A-7, K7: new IDs and links are told once: under the same key the answer comes without them", async () => {
    const { planId } = await makeAgreement(api);
    const input = { planId, reason: "Lost.", idempotencyKey: "rotate-once" };
    const rotate = async () => (await admin.ask(ROTATE, { input })).data.rotatePair;
    const [first, second] = [await rotate(), await rotate()];
    expect(first.accessId).toEqual(expect.any(String));
    expect([second.accessId, second.agreementId]).toEqual([null, null]);
    const { accessId, agreementId } = first;
    expect((await (await api.person()).ask(ADD, { input: { accessId, agreementId } })).data.addAgreement.plan.id).toBe(
      planId,
    );
    const KEYED = `mutation ($input: CreateActivationLinkInput!) { createActivationLink(input: $input) { activation { url } ${ERRORS} } }`;
    const link = async () =>
      (await admin.ask(KEYED, { input: { planId, idempotencyKey: "link-once" } })).data.createActivationLink.activation;
    expect(await link()).toMatchObject({ url: expect.stringContaining("/activate/") });
    expect(await link()).toBeNull();
  });

  it("F56, P16, A-10: a link registers once, for whoever signs in; a newer one ends it, and so does withdrawing", async () => {
    const { issued } = await issue({ startsOn: "2026-12-24" });
    const { planId, activation } = issued[0];
    expect(activation.url).toMatch(/^https:\/\/support\.example\/activate\/[\w-]{22}$/);
    const [one, two, staff] = [await api.person(), await api.person(), await api.person({ roles: ["LEAD"] })];
    const use = async (person: Person, url: string) =>
      (await person.ask(ACTIVATE, { token: tokenOf(url) })).data.redeemActivationLink;
    expect(codesOf(await use(staff, activation.url))).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
    expect(await use(one, activation.url)).toEqual({
      plan: { id: planId, state: "NOT_YET_ACTIVE" },
      isUsableFrom: "2026-12-24",
      userErrors: [],
    });
    for (const url of [activation.url, "https://support.example/activate/AAAAAAAAAAAAAAAAAAAAAA", "x"])
      expect(codesOf(await use(two, url))).toEqual(["INVITE_NOT_VALID"]);
    const next = async () => (await admin.ask(LINK, { id: planId })).data.createActivationLink.activation.url as string;
    const [second, third] = [await next(), await next()];
    expect(codesOf(await use(two, second))).toEqual(["INVITE_NOT_VALID"]);
    expect((await use(one, third)).userErrors).toMatchObject([
      { __typename: "AgreementAlreadyRegisteredError", code: "AGREEMENT_ALREADY_REGISTERED", plan: { id: planId } },
    ]);
    expect((await use(two, third)).plan.id).toBe(planId);
    const fourth = await next();
    await admin.ask(change("revokeAgreement", "RevokeAgreementInput"), { input: { planId, reason: "Not paid." } });
    expect(codesOf(await use(await api.person(), fourth))).toEqual(["INVITE_NOT_VALID"]);
    expect(codesOf((await admin.ask(LINK, { id: planId })).data.createActivationLink)).toEqual([
      "ADJUSTMENT_NOT_POSSIBLE",
    ]);
    const late = (await issue()).issued[0].activation.url;
    api.clock.advance(30 * 86_400_000);
    expect(codesOf(await use(await api.person(), late))).toEqual(["INVITE_NOT_VALID"]);
  });

  it("F82, F60: every change stands in the audit record with who made it; what is refused leaves none; others see nothing", async () => {
    const rows = await api.db.read.of(auditStore).list(0, 100_000);
    const actions = new Set(rows.filter((row) => row.actorId === admin.account.id).map((row) => row.action));
    for (const action of ["issue", "adjust", "extend", "revoke", "rotate", "activationLink"])
      expect(actions).toContain(`agreement.${action}`);
    expect(rows.filter((row) => row.action === "agreement.adjust")).toHaveLength(2);
    expect(JSON.stringify(rows)).toContain("Leaked.");
    const customer = await api.person();
    expect(errorCodes(await customer.ask(LIST))).toEqual(["FORBIDDEN"]);
    const lead = await api.person({ roles: ["LEAD"] });
    expect((await lead.ask(LIST)).data.managedAgreements.totalCount).toBeGreaterThan(0);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
