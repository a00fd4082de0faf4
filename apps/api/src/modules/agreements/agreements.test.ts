/** Registering, removing and showing agreements on both databases (R14-R18, R22, R67, E11-E14; ). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { planStore } from "./storage/plan.store.js";

const MINUTE = 60_000;
const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { isUsableFrom plan { id state accessIdEnding agreementIdEnding }
  userErrors { __typename code message remedy path ... on AgreementAlreadyRegisteredError { plan { id state } } } } }`;
const REVEAL =
  "mutation ($id: ID!) { revealAgreement(input: { planId: $id }) { accessId agreementId userErrors { code } } }";
const REMOVE = "mutation ($id: ID!) { removeAgreement(input: { planId: $id }) { removedPlanId userErrors { code } } }";

const add = (person: Person, accessId: string, agreementId: string, idempotencyKey?: string) =>
  person.ask(ADD, { input: { accessId, agreementId, idempotencyKey } });

describeOnBothDatabases("agreements", (databases) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
  });

  it("R14, R15, R16: both IDs together name one agreement, registered once and there from then on", async () => {
    const person = await api.person();
    const { planId, accessId, agreementId } = await makeAgreement(api);
    const { data } = await add(person, accessId, agreementId);
    expect(data.addAgreement).toEqual({
      isUsableFrom: null,
      plan: {
        id: planId,
        state: "ACTIVE",
        accessIdEnding: accessId.slice(-4),
        agreementIdEnding: agreementId.slice(-4),
      },
      userErrors: [],
    });
    expect((await person.ask("{ myPlans { nodes { id } } }")).data.myPlans.nodes).toEqual([{ id: planId }]);
  });

  it("E12, A-6: a wrong half, an unknown pair, a revoked one and one that cannot be an ID are answered alike, to the byte", async () => {
    const [one, two, revoked] = [await makeAgreement(api), await makeAgreement(api), await makeAgreement(api)];
    await api.db.transaction("revoke", (tx) => tx.of(planStore).revoke(revoked.planId, api.clock.now()));
    const pairs = [
      [one.accessId, two.agreementId],
      [one.accessId, "0000000000"],
      ["NOB-0000-0000", one.agreementId],
      [revoked.accessId, revoked.agreementId],
      ["", ""],
      ["' OR 1=1 --", "\u0000"],
      ["x".repeat(5000), one.agreementId],
    ] as const;
    const bodies = new Set<string>();
    for (const [accessId, agreementId] of pairs) {
      const answer = await add(await api.person(), accessId, agreementId);
      expect(codesOf(answer.data.addAgreement)).toEqual(["AGREEMENT_NOT_ACCEPTED"]);
      bodies.add(JSON.stringify(answer.data));
    }
    expect(bodies.size).toBe(1);
  });

  it("E13, E14: an ID is taken however it was typed, and its leading zeros count", async () => {
    const { planId, accessId, agreementId } = await makeAgreement(api);
    const wide = agreementId.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    expect(
      (await add(await api.person(), ` ${accessId.toLowerCase().replaceAll("-", "–")}\t`, wide)).data.addAgreement.plan
        .id,
    ).toBe(planId);
    expect(codesOf((await add(await api.person(), accessId, `0${agreementId}`)).data.addAgreement)).toEqual([
      "AGREEMENT_NOT_ACCEPTED",
    ]);
  });

  it("R17, E11: one agreement, two accounts, one balance; one takes it off, the other keeps it", async () => {
    const [a, b] = [await api.person(), await api.person()];
    const { planId, accessId, agreementId } = await makeAgreement(api);
    await add(a, accessId, agreementId);
    await add(b, accessId, agreementId);
    await openRequest(a, planId);
    const plan = `{ plan(id: "${planId}") { incidentsRemaining isShared } }`;
    expect((await b.ask(plan)).data.plan).toEqual({ incidentsRemaining: 3, isShared: true });
    expect((await a.ask(REMOVE, { id: planId })).data.removeAgreement).toEqual({
      removedPlanId: planId,
      userErrors: [],
    });
    expect(errorCodes(await a.ask(plan))).toEqual(["NOT_FOUND"]);
    expect((await b.ask(plan)).data.plan).toEqual({ incidentsRemaining: 3, isShared: false });
    expect(errorCodes(await a.ask(REMOVE, { id: planId }))).toEqual(["NOT_FOUND"]);
  });

  it("R67: the same agreement again is refused with its plan, also when the plan has ended; it counts as no wrong pair", async () => {
    const person = await api.person();
    const { planId, accessId, agreementId } = await makeAgreement(api, [], { startsOn: "2024-01-01" });
    expect(codesOf((await add(person, accessId, agreementId)).data.addAgreement)).toEqual([]);
    for (let again = 0; again < 7; again += 1) {
      const { userErrors } = (await add(person, accessId, agreementId)).data.addAgreement;
      expect(userErrors).toMatchObject([
        {
          __typename: "AgreementAlreadyRegisteredError",
          code: "AGREEMENT_ALREADY_REGISTERED",
          plan: { id: planId, state: "EXPIRED" },
        },
      ]);
    }
  });

  it("R22: a term that starts later is added and says when; staff and people without a profile are refused", async () => {
    const { accessId, agreementId } = await makeAgreement(api, [], { startsOn: "2026-12-24" });
    const { data } = await add(await api.person({ kind: "PERSONAL" }), accessId, agreementId);
    expect(data.addAgreement).toMatchObject({ isUsableFrom: "2026-12-24", plan: { state: "NOT_YET_ACTIVE" } });
    const staff = await api.person({ roles: ["ENGINEER"] });
    expect(codesOf((await add(staff, accessId, agreementId)).data.addAgreement)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
    const fresh = await api.person({ profile: null });
    expect(codesOf((await add(fresh, accessId, agreementId)).data.addAgreement)).toEqual(["PROFILE_INCOMPLETE"]);
  });

  it("an idempotency key replays the first answer; another pair under it is an error", async () => {
    const person = await api.person();
    const [one, two] = [await makeAgreement(api), await makeAgreement(api)];
    const first = await add(person, one.accessId, one.agreementId, "register-1");
    expect((await add(person, one.accessId, one.agreementId, "register-1")).data).toEqual(first.data);
    expect(errorCodes(await add(person, two.accessId, two.agreementId, "register-1"))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    expect(errorCodes(await add(person, two.accessId, two.agreementId, ""))).toEqual(["BAD_USER_INPUT"]);
    // A refusal burns no key.
    expect(codesOf((await add(person, "NOB", "NOB", "register-2")).data.addAgreement)).toEqual([
      "AGREEMENT_NOT_ACCEPTED",
    ]);
    expect(codesOf((await add(person, two.accessId, two.agreementId, "register-2")).data.addAgreement)).toEqual([]);
  });

  it("A-5: of 50 wrong pairs at once five are looked at; then right and wrong are limited alike, over a restart, for a quarter of an hour", async () => {
    const person = await api.person();
    const { accessId, agreementId } = await makeAgreement(api);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_unused, place) => add(person, "NOB-1", `55555${place}`)),
    );
    expect(answers.filter((answer) => answer.data !== null && answer.data.addAgreement !== null)).toHaveLength(5);
    expect(answers.filter((answer) => errorCodes(answer)[0] === "RATE_LIMITED")).toHaveLength(45);
    const [right, wrong] = [await add(person, accessId, agreementId), await add(person, "NOB-1", "1")];
    for (const answer of [right, wrong]) {
      expect([answer.status, ...errorCodes(answer)]).toEqual([429, "RATE_LIMITED"]);
      expect(Number(answer.headers["retry-after"])).toBe(900);
    }
    const restarted = await createTestApi({ db: api.db, seed: "none" });
    const again = await restarted.personByEmail(person.account.email);
    expect(errorCodes(await add(again, accessId, agreementId))).toEqual(["RATE_LIMITED"]);
    api.clock.advance(15 * MINUTE);
    expect(codesOf((await add(person, accessId, agreementId)).data.addAgreement)).toEqual([]);
  });

  const from = (address: string) => async (person: Person, accessId: string, agreementId: string) => {
    const body = JSON.stringify({ query: ADD, variables: { input: { accessId, agreementId } } });
    const answer = await api.post(body, { principal: person.principal, address });
    const { data, errors } = JSON.parse(answer.body);
    const wait = answer.headers["retry-after"];
    return {
      codes:
        errors?.map((error: { extensions: { code: string } }) => error.extensions.code) ?? codesOf(data.addAgreement),
      wait: wait === undefined ? null : Number(wait),
    };
  };
  const NOT_ACCEPTED = { codes: ["AGREEMENT_NOT_ACCEPTED"], wait: null };
  /** Twenty wrong pairs, by as many accounts as that takes. */
  const heatUp = async (send: ReturnType<typeof from>): Promise<void> => {
    for (let sent = 0; sent < 20; sent += 1)
      expect(await send(await api.person(), "NOB-2", `66${sent}`)).toEqual(NOT_ACCEPTED);
  };

  it("A-5, K4: after twenty wrong pairs in an hour an address is slowed, from one second to a minute at most", async () => {
    const send = from("203.0.113.77");
    await heatUp(send);
    const waits: (number | null)[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const person = await api.person();
      const { codes, wait } = await send(person, "NOB-3", `77${turn}`);
      expect(codes).toEqual(["RATE_LIMITED"]);
      waits.push(wait);
      api.clock.advance((wait ?? 0) * 1000);
      expect(await send(person, "NOB-3", `77${turn}`)).toEqual(NOT_ACCEPTED);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    api.clock.advance(60 * MINUTE);
    expect(await send(await api.person(), "NOB-3", "78")).toEqual(NOT_ACCEPTED);
  });

  it("K4: who waits for the turn is let in when it comes, whatever others at the address do meanwhile, and asking early changes nothing", async () => {
    const send = from("203.0.113.78");
    await heatUp(send);
    const { accessId, agreementId } = await makeAgreement(api);
    const person = await api.person();
    expect(await send(person, accessId, agreementId)).toEqual({ codes: ["RATE_LIMITED"], wait: 1 });
    for (let step = 0; step < 9; step += 1) {
      api.clock.advance(100);
      const hammering = await api.person();
      for (let again = 0; again < 5; again += 1) await send(hammering, "NOB-4", `88${step}${again}`);
      expect((await send(person, accessId, agreementId)).codes).toEqual(["RATE_LIMITED"]);
    }
    api.clock.advance(100);
    expect(await send(person, accessId, agreementId)).toEqual({ codes: [], wait: null });
    // Another address was never slowed.
    expect(await from("203.0.113.79")(await api.person(), "NOB-4", "89")).toEqual(NOT_ACCEPTED);
  });

  it("K4: a turn is good for one try, and right and wrong pairs wait alike", async () => {
    const send = from("203.0.113.80");
    await heatUp(send);
    const { accessId, agreementId } = await makeAgreement(api);
    const person = await api.person();
    for (const wait of [1, 2, 4]) {
      expect(await send(person, accessId, agreementId)).toEqual({ codes: ["RATE_LIMITED"], wait });
      expect(await send(person, "NOB-5", "1")).toEqual({ codes: ["RATE_LIMITED"], wait });
      api.clock.advance(wait * 1000);
      expect(await send(person, "NOB-5", "1")).toEqual(NOT_ACCEPTED);
    }
    // Turns are no way round the wall.
    api.clock.advance(MINUTE);
    const answers = [];
    for (let turn = 0; turn < 6; turn += 1) {
      answers.push((await send(person, "NOB-5", "2")).codes[0]);
      api.clock.advance(MINUTE);
    }
    expect(answers.filter((code) => code === "AGREEMENT_NOT_ACCEPTED")).toHaveLength(2);
    expect(answers.at(-1)).toBe("RATE_LIMITED");
  });

  it("R18, A-7: the full pair is shown to who registered it, within 15 minutes of signing in, never by token, and it is written down", async () => {
    const [person, other] = [await api.person(), await api.person()];
    const { planId, accessId, agreementId } = await makeAgreement(api, [person]);
    expect((await person.ask(REVEAL, { id: planId })).data.revealAgreement).toEqual({
      accessId: accessId.replaceAll("-", ""),
      agreementId,
      userErrors: [],
    });
    expect(errorCodes(await other.ask(REVEAL, { id: planId }))).toEqual(["NOT_FOUND"]);
    expect(
      errorCodes(await person.withToken("agreements:read", "agreements:write").ask(REVEAL, { id: planId })),
    ).toEqual(["FORBIDDEN"]);
    api.clock.advance(15 * MINUTE + 1);
    expect(codesOf((await person.ask(REVEAL, { id: planId })).data.revealAgreement)).toEqual([
      "REAUTHENTICATION_REQUIRED",
    ]);
    const reveals = (await api.db.read.of(auditStore).list(0, 1000)).filter((row) => row.action === "agreement.reveal");
    expect(reveals.map((row) => [row.actorId, row.objectId])).toEqual([[person.account.id, planId]]);
    const shown = await person.ask(
      `{ plan(id: "${planId}") { accessIdEnding agreementIdEnding } myPlans { nodes { accessIdEnding agreementIdEnding } } }`,
    );
    expect(shown.text).not.toContain(agreementId);
  });

  it("leaves every invariant whole", async () => {
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
