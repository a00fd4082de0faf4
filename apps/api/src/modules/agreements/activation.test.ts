/** Agreements that their holder activates: issued, activated late by pair or link, lapsed, given more time (R56, S12, S17, G7). */
import { addDays, type TermBasis } from "@accord/domain";
import { beforeEach, expect, it, vi } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { codesOf } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { overviewStore } from "../administration/module.js";
import { writeActivationReminder } from "../mail/module.js";
import { remindOfActivation } from "./remind-of-activation.js";
import { managedPlanStore } from "./storage/managed-plan.store.js";
import { planStore } from "./storage/plan.store.js";

const ERRORS = "userErrors { code path message }";
const ISSUE = `mutation ($input: CreateAgreementsInput!) { createAgreements(input: $input) {
  issued { planId accessId agreementId endsOn redeemBy activation { url } } ${ERRORS} } }`;
const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id state startsOn endsOn } isUsableFrom ${ERRORS} } }`;
const ACTIVATE = `mutation ($token: String!) { redeemActivationLink(input: { token: $token }) { plan { id state endsOn } ${ERRORS} } }`;
const TIME = `mutation ($input: UpdateActivationEndInput!) { updateActivationEnd(input: $input) { agreement { state redeemBy } ${ERRORS} } }`;
const EXTEND = `mutation ($input: UpdateAgreementEndInput!) { updateAgreementEnd(input: $input) { agreement { state } ${ERRORS} } }`;
const ONE = `query ($id: ID!) { managedAgreement(id: $id) { state startsOn endsOn redeemBy activatedAt incidentsRemaining } }`;
const LIST = `query ($filter: ManagedAgreementFilter) { managedAgreements(filter: $filter, first: 100) { nodes { id: planId } } }`;
const DAY = 86_400_000;
const TODAY = "2026-11-23";

describeOnBothDatabases("agreements that their holder activates", (databases) => {
  let api: TestApi;
  let admin: Person;
  // Time only goes on: each story has a world of its own.
  beforeEach(async () => {
    api = await createTestApi({ db: await databases.open() });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
  });
  const goTo = (instant: string): void => api.clock.advance(Date.parse(instant) - api.clock.now());
  const issue = async (more: object = {}) => {
    const input = { programmeId: "partner-product-support-20", startsOn: TODAY, ...more };
    return (await admin.ask(ISSUE, { input })).data.createAgreements;
  };
  const issueOne = async (more: object = {}) => (await issue(more)).issued[0];
  const add = async (person: Person, { accessId, agreementId }: { accessId: string; agreementId: string }) =>
    (await person.ask(ADD, { input: { accessId, agreementId } })).data.addAgreement;
  const look = async (id: string) => (await admin.ask(ONE, { id })).data.managedAgreement;
  const found = async (state: string): Promise<string[]> =>
    (await admin.ask(LIST, { filter: { state } })).data.managedAgreements.nodes.map(({ id }: { id: string }) => id);

  it("R56, S17: an unopened letter is activated on its last day and lasts its whole term from there", async () => {
    const agreement = await issueOne();
    expect(agreement.redeemBy).toBe("2027-12-23");
    expect(await look(agreement.planId)).toMatchObject({ state: "ISSUED", redeemBy: "2027-12-23", activatedAt: null });
    expect(await found("ISSUED")).toContain(agreement.planId);
    goTo("2027-12-23T23:59:59Z");
    const person = await api.person();
    const added = await add(person, agreement);
    expect(added.userErrors).toEqual([]);
    expect(added).toMatchObject({
      isUsableFrom: null,
      plan: { state: "ACTIVE", startsOn: "2027-12-23", endsOn: "2029-01-22" },
    });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
    expect(await look(agreement.planId)).toMatchObject({
      state: "ACTIVE",
      redeemBy: null,
      activatedAt: "2027-12-23T23:59:59.000Z",
      incidentsRemaining: 20,
    });
    expect(await found("ACTIVE")).toContain(agreement.planId);
    expect(await found("ISSUED")).not.toContain(agreement.planId);
  });

  it("R17: the second account shares the term that the first began", async () => {
    const agreement = await issueOne();
    const first = await add(await api.person(), agreement);
    api.clock.advance(30 * DAY);
    const second = await add(await api.person(), agreement);
    expect(second.plan.endsOn).toBe(first.plan.endsOn);
  });

  it("E1, R56: two accounts activate at once: one term begins, both hold it", async () => {
    const agreement = await issueOne();
    const people = await Promise.all(Array.from({ length: 8 }, () => api.person()));
    const added = await Promise.all(people.map((person) => add(person, agreement)));
    expect(new Set(added.map(({ plan }) => plan.endsOn))).toEqual(new Set(["2027-12-23"]));
    const times = await api.db.read.of(auditStore).page({ objectId: agreement.planId }, { first: 50, after: null });
    expect(times.rows.filter(({ action }) => action === "agreement.activate")).toHaveLength(1);
  });

  it("R56: a link activates as the pair does", async () => {
    const agreement = await issueOne();
    api.clock.advance(10 * DAY);
    const person = await api.person();
    const token = agreement.activation.url.split("/").at(-1);
    expect((await person.ask(ACTIVATE, { token })).data.redeemActivationLink).toMatchObject({
      plan: { id: agreement.planId, state: "ACTIVE", endsOn: "2028-01-02" },
      userErrors: [],
    });
    expect(codesOf((await person.ask(ACTIVATE, { token })).data.redeemActivationLink)).toEqual(["INVITE_NOT_VALID"]);
    expect(codesOf(await add(person, agreement))).toEqual(["AGREEMENT_ALREADY_REGISTERED"]);
  });

  it("R56: past its day it is refused with the day and what to do; more time makes the same pair work", async () => {
    const agreement = await issueOne({ redeemBy: "2026-12-01" });
    goTo("2026-12-02T00:00:00Z");
    const person = await api.person();
    const refused = await add(person, agreement);
    expect(refused).toMatchObject({ plan: null, userErrors: [{ code: "ACTIVATION_WINDOW_OVER" }] });
    expect(refused.userErrors[0].message).toContain("1 December 2026");
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
    expect((await look(agreement.planId)).state).toBe("LAPSED");
    expect(await found("LAPSED")).toContain(agreement.planId);
    const reason = "The letter lay in the post room.";
    const input = { planId: agreement.planId, redeemBy: "2027-01-31", reason };
    expect((await admin.ask(TIME, { input })).data.updateActivationEnd).toMatchObject({
      agreement: { state: "ISSUED", redeemBy: "2027-01-31" },
      userErrors: [],
    });
    expect((await add(person, agreement)).plan).toMatchObject({ state: "ACTIVE", endsOn: "2028-01-01" });
    expect(
      codesOf((await admin.ask(TIME, { input: { ...input, redeemBy: "2027-02-28" } })).data.updateActivationEnd),
    ).toEqual(["ADJUSTMENT_NOT_POSSIBLE"]);
  });

  it("R56: what nobody has activated has no end to extend, and a day that is over is refused by its field", async () => {
    const agreement = await issueOne();
    const input = { planId: agreement.planId, endsOn: addDays(agreement.endsOn, 10), reason: "x" };
    expect(codesOf((await admin.ask(EXTEND, { input })).data.updateAgreementEnd)).toEqual(["ADJUSTMENT_NOT_POSSIBLE"]);
    expect((await issue({ redeemBy: "2026-11-22" })).userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["redeemBy"] },
    ]);
    expect((await issue({ startsOn: "2025-10-22" })).userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["startsOn"] },
    ]);
    expect((await issue({ needsActivation: false, redeemBy: "2027-01-01" })).userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["redeemBy"] },
    ]);
  });

  it("R56: whoever it was issued to is reminded by mail before it lapses, each time once, without any ID", async () => {
    const recipient = { recipientName: "Ana Pop", recipientEmail: "ana@carpatia.example", language: "RO" };
    const agreement = await issueOne({ ...recipient, redeemBy: "2027-01-31" });
    const activated = await issueOne({ ...recipient, redeemBy: "2027-01-31" });
    await add(await api.person(), activated);
    const mails = async () =>
      (await api.db.read.of(outboxStore).list({ first: 10, after: null }, "mail.activation-reminder")).rows;
    expect(await remindOfActivation(api.db, api.clock)).toBe(0);
    for (const [day, count] of [
      ["2026-12-02", 1],
      ["2026-12-03", 0],
      ["2027-01-01", 1],
      ["2027-01-30", 1],
      ["2027-02-01", 0],
    ] as const) {
      goTo(`${day}T09:00:00Z`);
      expect(await remindOfActivation(api.db, api.clock), day).toBe(count);
    }
    const [mail] = await mails();
    expect((await mails()).map(({ payload }) => payload)).toEqual(Array(3).fill({ planId: agreement.planId }));
    const plan = await api.db.read.of(managedPlanStore).byId(agreement.planId);
    const at = Date.parse("2027-01-30T09:00:00Z");
    const letter = plan && writeActivationReminder(plan, { publicOrigin: "https://support.example", now: at });
    expect(letter).toMatchObject({
      to: "ana@carpatia.example",
      subject: "Activați acordul de asistență până la 31 ianuarie 2027",
    });
    expect(letter?.text).toContain("https://support.example/activate");
    for (const id of [agreement.accessId, agreement.agreementId]) expect(letter?.text).not.toContain(id);
    // Nothing is sent of what has lapsed meanwhile.
    expect(
      plan && writeActivationReminder(plan, { publicOrigin: "https://support.example", now: api.clock.now() }),
    ).toBeNull();
    expect(mail?.dedupeKey).toContain("2027-01-31");
  });

  it("R56, S17: of a membership the letter says until when its term runs, whenever it is activated", async () => {
    const agreement = await issueOne({
      recipientEmail: "ana@carpatia.example",
      language: "EN",
      redeemBy: "2026-12-31",
    });
    const plan = await api.db.read.of(managedPlanStore).byId(agreement.planId);
    const about = { publicOrigin: "https://support.example", now: api.clock.now() };
    const leadOf = (termBasis: TermBasis): string | undefined =>
      plan === null ? undefined : writeActivationReminder({ ...plan, termBasis, endsOn: "2027-12-23" }, about)?.text;
    expect(leadOf("ACTIVATION")).toContain("Its term begins on the day you activate it.");
    expect(leadOf("MEMBERSHIP")).toContain("Its term runs until 23 December 2027, whenever you activate it.");
  });

  it("R56, F79: while it waits, and once it has lapsed, it counts as no plan and ends on no day", async () => {
    const before = await api.db.read.of(overviewStore).plans(api.clock.now());
    const agreement = await issueOne({ redeemBy: TODAY });
    const ending = async () =>
      (await admin.ask(LIST, { filter: { endingBefore: "2090-01-01" } })).data.managedAgreements.nodes.map(
        ({ id }: { id: string }) => id,
      );
    expect(await api.db.read.of(overviewStore).plans(api.clock.now())).toEqual(before);
    expect(await ending()).not.toContain(agreement.planId);
    api.clock.advance(2 * DAY);
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
    expect(await api.db.read.of(overviewStore).plans(api.clock.now())).toEqual(before);
    expect(await ending()).not.toContain(agreement.planId);
  });

  it("E12: what is withdrawn between the judgement and the registration is neither added nor activated", async () => {
    const agreement = await issueOne();
    const person = await api.person();
    const run = api.db.transaction.bind(api.db);
    const spied = vi.spyOn(api.db, "transaction").mockImplementation(async (name, work, options) => {
      if (name === "register agreement")
        await run("withdraw", (tx) => tx.of(planStore).revoke(agreement.planId, api.clock.now()));
      return run(name, work, options);
    });
    const refused = await add(person, agreement);
    spied.mockRestore();
    expect(codesOf(refused)).toEqual(["AGREEMENT_NOT_ACCEPTED"]);
    expect(await look(agreement.planId)).toMatchObject({ state: "REVOKED", activatedAt: null });
  });

  it("G7: issued in force, an agreement keeps its days whoever adds it", async () => {
    const agreement = await issueOne({ needsActivation: false });
    expect(agreement).toMatchObject({ redeemBy: null, endsOn: "2027-12-23" });
    api.clock.advance(100 * DAY);
    expect((await add(await api.person(), agreement)).plan).toMatchObject({ startsOn: TODAY, endsOn: "2027-12-23" });
  });
});
