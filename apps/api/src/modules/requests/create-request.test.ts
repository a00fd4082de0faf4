/** Submitting on both databases: one unit, one incident, one mail, whatever happens meanwhile (R6, R60, R68-R70, R80-R88; E1-E8; M-4, M-8-M-10, A-12). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import {
  codesOf,
  makeAgreement,
  openRequest,
  requestInput,
  self,
  submitRequest,
} from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { planStore } from "../agreements/module.js";
import { requestStore } from "./storage/request-writes.js";

const DAY = 86_400_000;
const HIGH = { createRequestPerHour: 10_000 };

describeOnBothDatabases("createRequest", (databases) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: HIGH });
  });

  const balanceOf = async (planId: string) => (await api.db.read.of(planStore).byId(planId))?.incidentsRemaining;
  const mailsOf = async (requestId: string) =>
    (await api.db.read.of(outboxStore).list({ first: 100, after: null })).rows.filter(
      (message) => message.payload.requestId === requestId,
    );
  const holder = async (options: Parameters<typeof makeAgreement>[2] = {}): Promise<[Person, string]> => {
    const person = await api.person();
    return [person, (await makeAgreement(api, [person], options)).planId];
  };

  it("R86, R87: the confirmation, one incident, one mail to the primary contact with ids only, the draft gone", async () => {
    const [person, planId] = await holder();
    const saved = await person.ask('mutation { saveDraft(input: { content: { title: "Begun" } }) { draft { id } } }');
    const draftId = saved.data.saveDraft.draft.id;
    const { confirmation, userErrors } = await openRequest(person, planId, {
      draftId,
      additionalContacts: [{ givenName: "Ion", familyName: "Pop", email: "ion@carpatia.example" }],
    });
    expect(userErrors).toEqual([]);
    expect(confirmation).toMatchObject({
      title: "Accounts are locked every morning",
      severity: "MODERATE",
      isSubmitterContact: true,
      incidentsRemaining: 3,
      additionalContactCount: 1,
      primaryContactEmail: person.account.email,
      productVersion: { id: "windows-server-2025" },
      programme: { id: "visual-studio-enterprise" },
      request: { status: "NEW", viewerRole: "PRIMARY" },
    });
    expect(confirmation.number).toMatch(/^261123\d{10}$/);
    const mails = await mailsOf(confirmation.requestId);
    expect(mails).toHaveLength(1);
    expect(Object.keys(mails[0]?.payload ?? {}).sort()).toEqual(["contactId", "requestId"]);
    const contacts = await api.db.read.of(requestStore).contactsOf([confirmation.requestId]);
    expect(contacts.find((contact) => contact.id === mails[0]?.payload.contactId)?.role).toBe("PRIMARY");
    expect(errorCodes(await person.ask(`{ draft(id: "${draftId}") { id } }`))).toEqual(["NOT_FOUND"]);
  });

  it("R52, K8: who lacks a profile learns that before anything is looked up", async () => {
    const [, planId] = await holder();
    const person = await api.person({ profile: null });
    for (const id of [planId, "pln_01m83p7w80e0erqd6kybk3cat8", "none"]) {
      const answer = await submitRequest(person, requestInput(person, id));
      expect(answer.errors).toEqual([]);
      expect(codesOf(answer.data.createRequest)).toEqual(["PROFILE_INCOMPLETE"]);
    }
  });

  it("E1: twenty at once on the last incident: one wins, nineteen learn that none is left", async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => api.person()));
    const { planId } = await makeAgreement(api, people, { incidents: 1 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_unused, place) => openRequest(people[place % 5] as Person, planId)),
    );
    expect(answers.filter((answer) => answer.confirmation !== null)).toHaveLength(1);
    for (const answer of answers.filter((each) => each.confirmation === null)) {
      expect(answer.userErrors).toMatchObject([
        {
          __typename: "PlanUnavailableError",
          code: "PLAN_UNAVAILABLE",
          plan: { id: planId },
          reasons: [{ code: "NO_INCIDENTS_LEFT", number: 2 }],
        },
      ]);
    }
    expect(await balanceOf(planId)).toBe(0);
  });

  it("M-4: one key, one request: again, 50 at once, after 29 days; other words under it are an error; another account's key is another key", async () => {
    const [person, planId] = await holder();
    const input = requestInput(person, planId);
    const first = await submitRequest(person, input);
    const many = await Promise.all(Array.from({ length: 50 }, () => submitRequest(person, input)));
    for (const answer of many) expect(answer.data).toEqual(first.data);
    expect(
      (await submitRequest(person.withToken("requests:write"), input)).data.createRequest.confirmation.requestId,
    ).toBe(first.data.createRequest.confirmation.requestId);
    expect(await balanceOf(planId)).toBe(3);
    expect(await mailsOf(first.data.createRequest.confirmation.requestId)).toHaveLength(1);
    expect(errorCodes(await submitRequest(person, { ...input, title: "Other words" }))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    const [other, otherPlan] = await holder();
    expect(
      codesOf(
        (await submitRequest(other, { ...input, planId: otherPlan, primaryContact: self(other) })).data.createRequest,
      ),
    ).toEqual([]);
    api.clock.advance(29 * DAY);
    expect((await submitRequest(person, input)).data.createRequest.confirmation.number).toBe(
      first.data.createRequest.confirmation.number,
    );
    api.clock.advance(-29 * DAY);
  });

  it("M-4: a refusal does not burn the key", async () => {
    const [person, planId] = await holder();
    const input = requestInput(person, planId);
    expect(codesOf((await submitRequest(person, { ...input, title: "" })).data.createRequest)).toEqual([
      "INPUT_REQUIRED",
    ]);
    expect(codesOf((await submitRequest(person, input)).data.createRequest)).toEqual([]);
  });

  it("M-8: accepted a millisecond before the end, EXPIRED at it, on every path", async () => {
    const [person, planId] = await holder({ startsOn: "2025-11-23" });
    const lists =
      '{ availablePlans(productVersionId: "windows-server-2025") { plan { id } } unavailablePlans(productVersionId: "windows-server-2025") { plan { id } reasons { code number } } }';
    const end = Date.UTC(2026, 10, 24);
    const back = api.clock.now();
    api.clock.advance(end - 1 - back);
    expect((await person.ask(lists)).data).toEqual({
      availablePlans: [{ plan: { id: planId } }],
      unavailablePlans: [],
    });
    expect((await openRequest(person, planId)).userErrors).toEqual([]);
    api.clock.advance(1);
    expect((await person.ask(lists)).data).toEqual({
      availablePlans: [],
      unavailablePlans: [{ plan: { id: planId }, reasons: [{ code: "EXPIRED", number: 1 }] }],
    });
    expect((await openRequest(person, planId)).userErrors).toMatchObject([
      { code: "PLAN_UNAVAILABLE", reasons: [{ code: "EXPIRED" }] },
    ]);
    api.clock.advance(back - end);
  });

  it("M-9: 38 zones and as many places do not move an end that is a second ago", async () => {
    const [person, planId] = await holder({ startsOn: "2025-11-22" });
    const back = api.clock.now();
    api.clock.advance(Date.UTC(2026, 10, 23) + 1000 - back);
    const zones = Intl.supportedValuesOf("timeZone")
      .filter((_zone, place) => place % 11 === 0)
      .slice(0, 38);
    expect(zones).toHaveLength(38);
    for (const timeZone of zones) {
      const { userErrors } = await openRequest(person, planId, { timeZone });
      expect(userErrors).toMatchObject([{ code: "PLAN_UNAVAILABLE", reasons: [{ code: "EXPIRED" }] }]);
    }
    expect(await balanceOf(planId)).toBe(4);
    api.clock.advance(back - api.clock.now());
  });

  it.each([
    ["ends", "EXPIRED", async (_plan: string) => api.clock.advance(400 * DAY)],
    [
      "is emptied by a colleague",
      "NO_INCIDENTS_LEFT",
      async (planId: string) => {
        await api.db.transaction("empty", (tx) =>
          tx.of(planStore).adjust({ planId, incidents: -4, actorId: null, reason: "TEST", at: api.clock.now() }),
        );
      },
    ],
    [
      "is revoked",
      "REVOKED",
      async (planId: string) => {
        await api.db.transaction("revoke", (tx) => tx.of(planStore).revoke(planId, api.clock.now()));
      },
    ],
    ["covers mainstream only, and mainstream support ends", "LIFECYCLE_PHASE_NOT_COVERED", async () => undefined],
  ] as const)(
    "E2, M-10: the plan %s between step 2 and submit: PLAN_UNAVAILABLE with the reason, nothing written, the draft kept",
    async (name, reason, change) => {
      const isAboutPhase = reason === "LIFECYCLE_PHASE_NOT_COVERED";
      const [person, planId] = await holder();
      const back = api.clock.now();
      const saved = await person.ask('mutation { saveDraft(input: { content: { title: "Kept" } }) { draft { id } } }');
      const draftId = saved.data.saveDraft.draft.id;
      const productVersionId = isAboutPhase ? "windows-server-2022" : "windows-server-2025";
      await change(planId);
      const before = [
        await balanceOf(planId),
        (await person.ask("{ myRequests { totalCount } }")).data.myRequests.totalCount,
      ];
      const { confirmation, userErrors } = await openRequest(person, planId, { draftId, productVersionId });
      expect([name, confirmation]).toEqual([name, null]);
      expect(userErrors[0]).toMatchObject({ code: "PLAN_UNAVAILABLE", path: ["planId"], plan: { id: planId } });
      expect(userErrors[0].reasons.map((each: { code: string }) => each.code)).toContain(reason);
      for (const each of userErrors[0].reasons) expect(each.remedies.length).toBeGreaterThan(0);
      expect([
        await balanceOf(planId),
        (await person.ask("{ myRequests { totalCount } }")).data.myRequests.totalCount,
      ]).toEqual(before);
      api.clock.advance(back - api.clock.now());
      expect((await person.ask(`{ draft(id: "${draftId}") { content { title } } }`)).data.draft.content.title).toBe(
        "Kept",
      );
    },
  );

  it("M-10, R40: a plan that was taken off the account, or was never on it, does not exist", async () => {
    const [person, planId] = await holder();
    await person.ask(`mutation { removeAgreement(input: { planId: "${planId}" }) { removedPlanId } }`);
    expect(errorCodes(await submitRequest(person, requestInput(person, planId)))).toEqual(["NOT_FOUND"]);
    const { planId: foreign } = await makeAgreement(api);
    expect(errorCodes(await submitRequest(person, requestInput(person, foreign)))).toEqual(["NOT_FOUND"]);
  });

  it("R25-R29: a product of another portal is refused with that portal; no incident moves", async () => {
    const [person, planId] = await holder({ programmeId: "signature-cloud-support", incidents: 10 });
    const { confirmation, userErrors } = await openRequest(person, planId, {
      productVersionId: "azure-virtual-machines-current",
    });
    expect(confirmation).toBeNull();
    expect(userErrors).toMatchObject([
      {
        __typename: "OtherPortalError",
        code: "HANDLED_BY_OTHER_PORTAL",
        portal: { id: "azure-portal", url: "https://portal.azure.com", pairNeeded: "ALWAYS_FOR_AGREEMENTS" },
      },
    ]);
    expect(await balanceOf(planId)).toBe(10);
  });

  it("R60, R68-R70, E4, E5: every field is judged, each refusal with its path and what to do", async () => {
    const [person, planId] = await holder();
    const wrong = {
      categoryId: "nothing",
      title: " ",
      description: "\t",
      severity: "MINIMAL",
      support24x7: true,
      country: null,
      timeZone: null,
      primaryContact: { givenName: "", familyName: "", email: "a@x.example,b@y.example" },
      additionalContacts: [{ givenName: "A", familyName: "B", email: "c@x.example", preferredContactMethod: "PHONE" }],
    };
    const { userErrors } = await openRequest(person, planId, wrong);
    const told = userErrors.map((error: { code: string; path: string[] }) => `${error.code} ${error.path.join(".")}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "INPUT_INVALID categoryId",
        "INPUT_REQUIRED title",
        "INPUT_REQUIRED description",
        "SUPPORT_24X7_NEEDS_CRITICAL support24x7",
        "INPUT_REQUIRED country",
        "INPUT_REQUIRED timeZone",
        "INPUT_REQUIRED primaryContact.givenName",
        "INPUT_INVALID primaryContact.email",
        "INPUT_REQUIRED additionalContacts.0.phone",
      ]),
    );
    for (const error of userErrors) expect(error.remedy.length).toBeGreaterThan(5);
    expect(
      (
        await openRequest(person, planId, {
          country: "RO",
          timeZone: "Asia/Tokyo",
          severity: "CRITICAL",
          support24x7: true,
        })
      ).userErrors,
    ).toEqual([]);
  });

  it("R3: at any hour of any day", async () => {
    const [person, planId] = await holder({ incidents: 20 });
    const back = api.clock.now();
    for (let hour = 0; hour < 12; hour += 1) {
      api.clock.advance(14 * 3_600_000);
      expect((await openRequest(person, planId)).userErrors).toEqual([]);
    }
    api.clock.advance(back - api.clock.now());
  });

  it("accepted requests are limited an hour and account; refused ones do not count", async () => {
    const limited = await createTestApi({ db: api.db, seed: "none", limits: { createRequestPerHour: 2 } });
    const person = await limited.person();
    const { planId } = await makeAgreement(limited, [person], { incidents: 9 });
    for (let refused = 0; refused < 5; refused += 1)
      expect(codesOf(await openRequest(person, planId, { title: "" }))).toEqual(["INPUT_REQUIRED"]);
    await openRequest(person, planId);
    await openRequest(person, planId);
    const third = await submitRequest(person, requestInput(person, planId));
    expect([third.status, ...errorCodes(third)]).toEqual([429, "RATE_LIMITED"]);
    expect(await balanceOf(planId)).toBe(7);
    limited.clock.advance(3_600_000);
    expect((await openRequest(person, planId)).userErrors).toEqual([]);
  });

  it("A-12: what the portal decides cannot be given", async () => {
    const [person, planId] = await holder();
    for (const field of [
      "status",
      "ownerId",
      "engineerId",
      "createdAt",
      "incidentsRemaining",
      "price",
      "programmeId",
      "submitterId",
      "number",
    ]) {
      expect(errorCodes(await submitRequest(person, { ...requestInput(person, planId), [field]: "x" }))).toEqual([
        "BAD_USER_INPUT",
      ]);
    }
  });

  it("leaves every invariant whole: ledger, balances, mails, contacts, audit", async () => {
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
