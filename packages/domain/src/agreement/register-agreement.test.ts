import { describe, expect, it } from "vitest";
import { AS_OF, accountOf, planOf, programmeOf } from "../../testing/seed-world.js";
import { decideRegistration, type RegistrationQuestion } from "./register-agreement.js";

const plan = planOf("partner-product-support-20", "2026-03-02");
const decide = (changes: Partial<RegistrationQuestion> = {}) =>
  decideRegistration({
    account: accountOf(),
    plan,
    isRegisteredByThisAccount: false,
    activation: null,
    isRevoked: false,
    now: AS_OF,
    ...changes,
  });
const codeOf = (changes: Partial<RegistrationQuestion>) => {
  const result = decide(changes);
  return result.ok ? null : result.refusals[0]?.code;
};

describe("registering an agreement", () => {
  it("R16, R22: personal, work and partner accounts register a pair once", () => {
    for (const kind of ["PERSONAL", "WORK", "PARTNER"] as const) {
      expect(decide({ account: accountOf({ kind }) })).toEqual({
        ok: true,
        value: { plan, isUsableFrom: null },
      });
    }
  });
  it("R40: a plan that has ended or is empty is accepted; it then stands among the unavailable ones", () => {
    expect(decide({ plan: planOf("partner-product-support-20", "2020-03-02") }).ok).toBe(true);
    expect(decide({ plan: { ...plan, incidentsRemaining: 0 } }).ok).toBe(true);
  });
  it("R56: a plan that has not begun is accepted, and the first day is said", () => {
    expect(decide({ plan: planOf("partner-product-support-20", "2027-01-01") })).toMatchObject({
      ok: true,
      value: { isUsableFrom: "2027-01-01" },
    });
  });
  it("R56: from the first instant of the first day nothing is to be waited for", () => {
    expect(decide({ now: plan.startsAt })).toMatchObject({ ok: true, value: { isUsableFrom: null } });
    expect(decide({ now: plan.startsAt - 1 })).toMatchObject({ ok: true, value: { isUsableFrom: plan.startsOn } });
  });
  it("E12: an unknown, a revoked and a pairless plan get one and the same answer", () => {
    const unknown = decide({ plan: null });
    expect(decide({ isRevoked: true })).toEqual(unknown);
    expect(decide({ plan: { ...plan, revokedAt: AS_OF - 1 } })).toEqual(unknown);
    expect(
      decide({ plan: planOf("pay-per-incident", "2026-03-02"), account: accountOf({ kind: "PERSONAL" }) }),
    ).toEqual(unknown);
    expect(unknown).toEqual({ ok: false, refusals: [{ code: "AGREEMENT_NOT_ACCEPTED", path: null, params: {} }] });
  });
  it("R67: the same account again is told so", () => {
    expect(codeOf({ isRegisteredByThisAccount: true })).toBe("AGREEMENT_ALREADY_REGISTERED");
  });
  it("R17, R18: who else has registered it is not even asked: the question has no such field", () => {
    const question: RegistrationQuestion = {
      account: accountOf(),
      plan,
      isRegisteredByThisAccount: false,
      activation: null,
      isRevoked: false,
      now: AS_OF,
    };
    expect(Object.keys(question)).not.toContain("holders");
    expect(decideRegistration(question).ok).toBe(true);
  });
  it("R2: the programme says which accounts it admits; a partner account counts as a work account (G16)", () => {
    const forWork = {
      ...plan,
      programme: { ...programmeOf("visual-studio-enterprise"), accountKinds: ["WORK" as const] },
    };
    expect(decide({ plan: forWork, account: accountOf({ kind: "PARTNER" }) }).ok).toBe(true);
    expect(codeOf({ plan: forWork, account: accountOf({ kind: "PERSONAL" }) })).toBe("ACCOUNT_KIND_NOT_ALLOWED");
    const forPartners = { ...plan, programme: { ...plan.programme, accountKinds: ["PARTNER" as const] } };
    expect(codeOf({ plan: forPartners })).toBe("ACCOUNT_KIND_NOT_ALLOWED");
  });
  it("R22: staff hold no agreements; R52: nothing is registered before the profile", () => {
    expect(codeOf({ account: accountOf({ roles: ["ADMINISTRATOR"] }) })).toBe("ACCOUNT_KIND_NOT_ALLOWED");
    expect(codeOf({ account: accountOf({ profile: null }) })).toBe("PROFILE_INCOMPLETE");
  });
});
