/** The edge cases of the requirements that need no card and no engineer, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONFIRMATION_KIND, outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import {
  addAgreement,
  codesOf,
  createRequest,
  issueAgreement,
  newcomer,
  persona,
  SELF,
  type Visitor,
} from "../support/visitor.js";

const DAY = 86_400_000;
const PLANS = `query ($v: ID!, $at: DateTime) {
  availablePlans(productVersionId: $v, at: $at) { plan { id incidentsRemaining endsOn } }
  unavailablePlans(productVersionId: $v, at: $at) { plan { id incidentsRemaining } reasons { code number message remedies { kind message productVersion { id: slug } } } } }`;

let server: TestServer;
beforeAll(async () => {
  // Many requests by few accounts in one minute: the attempt limits are another suite's subject.
  const limits = JSON.stringify({
    createRequestPerHour: 10_000,
    shareRequestPerHour: 10_000,
    anonymousPerMinute: 10_000,
    wrongPairsPerAddress: 10_000,
  });
  server = await startTestServer({ seed: "demo", env: { ACCORD_LIMITS: limits } });
});
afterAll(async () => {
  await server?.stop();
});

const balanceOf = async (planId: string): Promise<number | null | undefined> =>
  (await server.db.read.of(planStore).byId(planId))?.incidentsRemaining;
const confirmationsOf = async (requestId: string) =>
  (await server.db.read.of(outboxStore).list({ first: 100, after: null }, CONFIRMATION_KIND)).rows.filter((message) =>
    JSON.stringify(message.payload).includes(requestId),
  );
const plansFor = async (visitor: Visitor, version = "windows-server-2025") =>
  (await visitor.ask(PLANS, { v: version })).data;

describe("the balance", () => {
  it("E1: two accounts take the last incident at once; one wins, the other learns that none is left (R11, R17, R38)", async () => {
    const agreement = await issueAgreement(server, { incidents: 1 });
    const people = [await newcomer(server), await newcomer(server)];
    for (const each of people) expect(codesOf((await addAgreement(each, agreement)).payload)).toEqual([]);
    const answers = await Promise.all(people.map((each) => createRequest(each, agreement.planId)));
    const won = answers.filter((answer) => answer.payload.confirmation !== null);
    const lost = answers.filter((answer) => answer.payload.confirmation === null);
    expect(won).toHaveLength(1);
    expect(codesOf(lost[0]?.payload)).toEqual(["PLAN_UNAVAILABLE"]);
    expect(lost[0]?.payload.userErrors[0].reasons.map((reason: { code: string }) => reason.code)).toEqual([
      "NO_INCIDENTS_LEFT",
    ]);
    expect(await balanceOf(agreement.planId)).toBe(0);
    expect(await confirmationsOf(won[0]?.payload.confirmation.requestId)).toHaveLength(1);
  });

  it("R16, R17: one agreement, many accounts, one balance; each registers it once", async () => {
    const agreement = await issueAgreement(server, { incidents: 4 });
    const [a, b] = [await newcomer(server), await newcomer(server)];
    await addAgreement(a, agreement);
    await addAgreement(b, agreement);
    await createRequest(a, agreement.planId);
    expect(
      (await plansFor(b)).availablePlans.find((each: { plan: { id: string } }) => each.plan.id === agreement.planId)
        .plan.incidentsRemaining,
    ).toBe(3);
  });

  it("E11: A takes the agreement off their account; B keeps it", async () => {
    const agreement = await issueAgreement(server);
    const [a, b] = [await newcomer(server), await newcomer(server)];
    await addAgreement(a, agreement);
    await addAgreement(b, agreement);
    const removed = await a.ask(
      `mutation ($input: RemoveAgreementInput!) { removeAgreement(input: $input) { removedPlanId userErrors { code } } }`,
      { input: { planId: agreement.planId } },
    );
    expect(removed.data.removeAgreement.removedPlanId).toBe(agreement.planId);
    expect(JSON.stringify(await plansFor(a))).not.toContain(agreement.planId);
    expect(JSON.stringify(await plansFor(b))).toContain(agreement.planId);
    // R40: what was never added to this account, or was taken off it, is shown nowhere and opens nothing.
    expect((await createRequest(a, agreement.planId)).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("E21: a request is served on after its agreement has ended", async () => {
    const other = await startTestServer({ seed: "reference" });
    try {
      const agreement = await issueAgreement(other);
      const person = await newcomer(other);
      await addAgreement(person, agreement);
      const { payload } = await createRequest(person, agreement.planId);
      other.clock.advance(400 * DAY);
      const later = await persona(other, "u-ana").catch(() => null);
      expect(later).not.toBeUndefined();
      const contacts = await other.db.read.of(requestStore).contactsOf([payload.confirmation.requestId]);
      expect(contacts.map((contact) => contact.accountId)).toEqual([person.accountId]);
      expect((await other.db.read.of(requestStore).byId(payload.confirmation.requestId))?.status).toBe("NEW");
    } finally {
      await other.stop();
    }
  });
});

describe("adding an agreement", () => {
  it("E12, R14: a wrong half, an unknown pair and a revoked pair get one and the same answer", async () => {
    const [one, two, gone] = [await issueAgreement(server), await issueAgreement(server), await issueAgreement(server)];
    await server.db.transaction("revoke", (tx) => tx.of(planStore).revoke(gone.planId, server.clock.now()));
    const person = await newcomer(server);
    const wrong = [
      { accessId: one.accessId, agreementId: two.agreementId },
      { accessId: "NOB-0000-0000", agreementId: one.agreementId },
      { accessId: one.accessId, agreementId: "0000000000" },
      gone,
    ];
    const answers = [];
    for (const pair of wrong) answers.push((await addAgreement(person, pair)).payload);
    for (const payload of answers) expect(payload).toEqual(answers[0]);
    expect(codesOf(answers[0])).toEqual(["AGREEMENT_NOT_ACCEPTED"]);
    expect(answers[0].userErrors[0].remedy.length).toBeGreaterThan(10);
  });

  it("E12: past five wrong pairs the answer is RATE_LIMITED, for a right pair too; after a quarter of an hour it is accepted", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    for (let tries = 0; tries < 5; tries += 1)
      expect(
        codesOf((await addAgreement(person, { accessId: "NOB-1111-0000", agreementId: `55${tries}5555555` })).payload),
      ).toEqual(["AGREEMENT_NOT_ACCEPTED"]);
    const right = await addAgreement(person, agreement);
    const wrong = await addAgreement(person, { accessId: "NOB-1111-0000", agreementId: "5599999999" });
    expect(right.errors[0]?.extensions.code).toBe("RATE_LIMITED");
    expect(wrong.errors[0]?.message).toBe(right.errors[0]?.message);
    const other = await newcomer(server);
    expect(codesOf((await addAgreement(other, agreement)).payload)).toEqual([]);
  });

  it.each([
    ["spaces and lower case", (id: string) => ` ${id.toLowerCase().replaceAll("-", " ")} `],
    ["no dashes", (id: string) => id.replaceAll("-", "")],
    ["other dashes", (id: string) => id.replaceAll("-", "\u2013")],
    ["full-width digits", (id: string) => id.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
  ])("E13, R71: a pair pasted with %s is accepted", async (_how, paste) => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    const { payload } = await addAgreement(person, {
      accessId: paste(agreement.accessId),
      agreementId: paste(agreement.agreementId),
    });
    expect(codesOf(payload)).toEqual([]);
    expect(payload.plan.id).toBe(agreement.planId);
  });

  it("E14: leading zeros are part of an ID", async () => {
    const agreement = await issueAgreement(server, { accessId: "TST-0000-0014", agreementId: "0000140014" });
    const person = await newcomer(server);
    expect(codesOf((await addAgreement(person, { accessId: "TST-0000-0014", agreementId: "140014" })).payload)).toEqual(
      ["AGREEMENT_NOT_ACCEPTED"],
    );
    expect(codesOf((await addAgreement(person, agreement)).payload)).toEqual([]);
  });

  it("R67: adding the same agreement again names the plan, also when it is unusable", async () => {
    const agreement = await issueAgreement(server, { startsOn: "2024-01-10" });
    const person = await newcomer(server);
    expect((await addAgreement(person, agreement)).payload.plan.state).toBe("EXPIRED");
    const { payload } = await addAgreement(person, agreement);
    expect(codesOf(payload)).toEqual(["AGREEMENT_ALREADY_REGISTERED"]);
    expect(payload.userErrors[0].plan.id).toBe(agreement.planId);
  });

  it("a pair whose term starts later is added and says so", async () => {
    const agreement = await issueAgreement(server, { startsOn: "2026-12-01" });
    const person = await newcomer(server);
    const { payload } = await addAgreement(person, agreement);
    expect(payload).toMatchObject({ isUsableFrom: "2026-12-01", plan: { state: "NOT_YET_ACTIVE" }, userErrors: [] });
    expect((await plansFor(person)).unavailablePlans[0].reasons.map((reason: { code: string }) => reason.code)).toEqual(
      ["NOT_YET_ACTIVE"],
    );
  });

  it("R22: personal, work and partner accounts add agreements; staff do not", async () => {
    const agreement = await issueAgreement(server, { programmeId: "partner-product-support-20", incidents: 20 });
    for (const kind of ["personal", "work", "partner"] as const)
      expect(codesOf((await addAgreement(await newcomer(server, { kind }), agreement)).payload)).toEqual([]);
    const engineer = await addAgreement(await persona(server, "u-novak"), agreement);
    expect(codesOf(engineer.payload)[0] ?? engineer.errors[0]?.extensions.code).toMatch(
      /ACCOUNT_KIND_NOT_ALLOWED|FORBIDDEN/,
    );
  });
});

describe("submitting", () => {
  it("E2, R37: a plan that ends between step 2 and submit is refused with its reason; nothing is written and the draft stays", async () => {
    const other = await startTestServer({ seed: "reference" });
    try {
      // Ends with 22 November; the visitor chose it on the 22nd and submits on the 23rd.
      other.clock.advance(-10 * 3_600_000);
      const agreement = await issueAgreement(other, { startsOn: "2025-11-22" });
      const person = await newcomer(other);
      await addAgreement(person, agreement);
      const saved = await person.ask(
        `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id } userErrors { code } } }`,
        { input: { content: { title: "Kept" } } },
      );
      const draftId = saved.data.saveDraft.draft.id;
      expect((await plansFor(person)).availablePlans).toHaveLength(1);
      // A quarter of an hour at a time, asking in between, so that the session stays alive: its last use is written behind the answer.
      for (let quarter = 0; quarter < 8; quarter += 1) {
        other.clock.advance(900_000);
        await person.ask("{ viewer { isProfileComplete } }");
        await other.db.transaction("wait for what was written before", async () => null);
      }
      const { payload } = await createRequest(person, agreement.planId, { draftId });
      expect(codesOf(payload)).toEqual(["PLAN_UNAVAILABLE"]);
      expect(
        payload.userErrors[0].reasons.map((reason: { code: string; number: number }) => [reason.code, reason.number]),
      ).toEqual([["EXPIRED", 1]]);
      expect(await other.db.read.of(planStore).byId(agreement.planId)).toMatchObject({ incidentsRemaining: 4 });
      const draft = await person.ask(`query ($id: ID!) { draft(id: $id) { content { title } } }`, { id: draftId });
      expect(draft.data.draft.content.title).toBe("Kept");
    } finally {
      await other.stop();
    }
  });

  it("E3: another product after the plan was chosen: the plan is judged again for it", async () => {
    const agreement = await issueAgreement(server, { programmeId: "partner-product-support-20", incidents: 20 });
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    const { payload } = await createRequest(person, agreement.planId, { productVersionId: "windows-server-2019" });
    expect(codesOf(payload)).toEqual(["PLAN_UNAVAILABLE"]);
    // R43, R44: mainstream is over, and N-2 besides: every reason is named.
    expect(payload.userErrors[0].reasons.map((reason: { code: string }) => reason.code)).toEqual([
      "LIFECYCLE_PHASE_NOT_COVERED",
      "VERSION_TOO_OLD",
    ]);
    expect(await balanceOf(agreement.planId)).toBe(20);
  });

  it("E4, R69: support around the clock needs critical severity", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    expect(codesOf((await createRequest(person, agreement.planId, { support24x7: true })).payload)).toEqual([
      "SUPPORT_24X7_NEEDS_CRITICAL",
    ]);
    expect(
      codesOf((await createRequest(person, agreement.planId, { support24x7: true, severity: "CRITICAL" })).payload),
    ).toEqual([]);
  });

  it("E5, R70: a zone of another country is accepted; one that does not exist is not", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    expect(
      codesOf((await createRequest(person, agreement.planId, { country: "RO", timeZone: "Asia/Tokyo" })).payload),
    ).toEqual([]);
    const { errors } = await createRequest(person, agreement.planId, { timeZone: "Mars/Olympus" });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it("E6, E7, R82: the submitter as primary and again as additional, and an address in two letter cases, are one contact each", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    const { payload } = await createRequest(person, agreement.planId, {
      additionalContacts: [
        SELF,
        { givenName: "Dan", familyName: "Pop", email: "dan.pop@carpatia.example" },
        { givenName: "Dan", familyName: "Pop", email: "DAN.POP@Carpatia.example" },
      ],
    });
    expect(payload.confirmation.request.primaryContact.isViewer).toBe(true);
    expect(payload.confirmation.request.additionalContacts).toEqual([
      { email: "dan.pop@carpatia.example", isViewer: false },
    ]);
  });

  it("E8, R84, R88, R86: whoever opens a request for a colleague and is no contact sees the confirmation and nothing after it", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    const colleague = { givenName: "Dan", familyName: "Pop", email: "dan@carpatia.example" };
    const { payload } = await createRequest(person, agreement.planId, { primaryContact: colleague });
    expect(payload.confirmation).toMatchObject({
      isSubmitterContact: false,
      request: null,
      primaryContactEmail: "dan@carpatia.example",
    });
    const id = payload.confirmation.requestId;
    const hidden = await person.ask(`query ($id: ID!) { request(by: { id: $id }) { id } }`, { id });
    const unknown = await person.ask(`query ($id: ID!) { request(by: { id: $id }) { id } }`, {
      id: `${id.slice(0, -4)}0000`,
    });
    expect(hidden.errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect(hidden.errors[0]?.message).toBe(unknown.errors[0]?.message);
    expect((await person.ask("{ myRequests { nodes { id } } }")).data.myRequests.nodes).toEqual([]);
  });

  it("E9, R89, R94: a contact without an account sees the request on the first sign-in that proves the address; an unproven claim of it does not", async () => {
    const agreement = await issueAgreement(server);
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    const email = `waiting${Date.now() % 100_000}@carpatia.example`;
    const { payload } = await createRequest(person, agreement.planId, {
      additionalContacts: [{ givenName: "Oana", familyName: "Radu", email }],
    });
    const list = "{ myRequests { nodes { id } } }";
    const stranger = await newcomer(server, { email, isEmailProven: false, kind: "personal" });
    expect((await stranger.ask(list)).data.myRequests.nodes).toEqual([]);
    const colleague = await newcomer(server, { email, isEmailProven: true });
    expect((await colleague.ask(list)).data.myRequests.nodes).toEqual([{ id: payload.confirmation.requestId }]);
  });

  it("R25–R29, G14: a product of another portal is refused with that portal, and no incident moves; the pair to take there is still shown", async () => {
    const radu = await persona(server, "u-radu");
    const plans = (await radu.ask(PLANS, { v: "azure-virtual-machines-current" })).data;
    expect(plans.availablePlans).toHaveLength(1);
    const planId = plans.availablePlans[0].plan.id;
    const before = await balanceOf(planId);
    const product = (
      await radu.ask(
        `{ productVersion(id: "azure-virtual-machines-current") { product { categories { id: slug problems { id: slug } } } } }`,
      )
    ).data.productVersion.product;
    const { payload } = await createRequest(radu, planId, {
      productVersionId: "azure-virtual-machines-current",
      categoryId: product.categories[0].id,
      problemId: product.categories[0].problems[0].id,
    });
    expect(codesOf(payload)).toEqual(["HANDLED_BY_OTHER_PORTAL"]);
    expect(payload.userErrors[0].portal).toMatchObject({
      id: "azure-portal",
      url: "https://portal.azure.com",
      pairNeeded: "ALWAYS_FOR_AGREEMENTS",
    });
    expect(await balanceOf(planId)).toBe(before);
  });

  it("E20, R72, M-6: a work account calling purchaseIncident directly is refused by the rule", async () => {
    const buy = `mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) { userErrors { code message remedy } } }`;
    const input = { offerId: "pay-per-incident", paymentMethodId: "card", consent: true, idempotencyKey: "e20" };
    for (const kind of ["work", "partner"] as const)
      expect(codesOf((await (await newcomer(server, { kind })).ask(buy, { input })).data.purchaseIncident)).toEqual([
        "ACCOUNT_KIND_NOT_ALLOWED",
      ]);
    expect(
      codesOf((await (await newcomer(server, { kind: "personal" })).ask(buy, { input })).data.purchaseIncident),
    ).toEqual(["PACK_NOT_SOLD_IN_REGION", "PAYMENT_METHOD_NOT_USABLE"]);
  });

  it("M-4: the same key answers the same request; other words under it are refused; a refusal does not burn it", async () => {
    const agreement = await issueAgreement(server, { incidents: 3 });
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    const refused = await createRequest(person, agreement.planId, { idempotencyKey: "m4", title: "" });
    expect(codesOf(refused.payload)).toEqual(["INPUT_REQUIRED"]);
    const first = await createRequest(person, agreement.planId, { idempotencyKey: "m4" });
    const again = await Promise.all(
      Array.from({ length: 20 }, () => createRequest(person, agreement.planId, { idempotencyKey: "m4" })),
    );
    for (const answer of again)
      expect(answer.payload.confirmation.requestId).toBe(first.payload.confirmation.requestId);
    expect(await balanceOf(agreement.planId)).toBe(2);
    const other = await createRequest(person, agreement.planId, { idempotencyKey: "m4", title: "Something else" });
    expect(other.errors[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("M-9: no zone of the request moves the end of a plan", async () => {
    const agreement = await issueAgreement(server, { startsOn: "2025-11-22" });
    const person = await newcomer(server);
    await addAgreement(person, agreement);
    for (const timeZone of [
      "Pacific/Kiritimati",
      "Etc/GMT+12",
      "America/Los_Angeles",
      "Asia/Kolkata",
      "Europe/Bucharest",
    ])
      expect(codesOf((await createRequest(person, agreement.planId, { timeZone })).payload)).toEqual([
        "PLAN_UNAVAILABLE",
      ]);
  });

  it("R63–R66: the demo world's plans stand where its expectations say, in one list or the other, never both", async () => {
    const radu = await persona(server, "u-radu");
    const plans = (await radu.ask(PLANS, { v: "windows-server-2025" })).data;
    expect(plans.availablePlans).toHaveLength(2);
    expect(plans.unavailablePlans).toHaveLength(2);
    for (const { reasons } of plans.unavailablePlans)
      for (const reason of reasons) {
        expect(reason.message.length).toBeGreaterThan(10);
        expect(reason.remedies.length).toBeGreaterThan(0);
      }
  });

  it("the demo world leaves every invariant whole", async () => {
    expect(await server.db.verify(server.clock.now())).toEqual([]);
  });
});
