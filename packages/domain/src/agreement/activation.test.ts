import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AS_OF, accountOf, planOf, programmeOf } from "../../testing/seed-world.js";
import { addDays, addMonths, endOfDay } from "../shared/calendar.js";
import {
  type Activation,
  activatedTerm,
  decideMoreTime,
  decidePendingActivation,
  hasLapsed,
  pendingTerm,
  REMINDER_DAYS,
  redeemByOf,
  reminderDue,
} from "./activation.js";
import { agreementTerm } from "./agreement-term.js";
import { decideRegistration } from "./register-agreement.js";

const partner = programmeOf("partner-product-support-20");
const ACTIVATION = { basis: "ACTIVATION", redeemWithinMonths: 13 } as const;
const MEMBERSHIP = { basis: "MEMBERSHIP", redeemWithinMonths: 24 } as const;
const TODAY = "2026-11-23";

const waitingUntil = (redeemBy: string, basis: Activation["basis"] = "ACTIVATION"): Activation => ({
  basis,
  redeemBy,
  redeemEndsAt: endOfDay(redeemBy, "UTC"),
  activatedAt: null,
});
const codesOf = (result: { ok: boolean; refusals?: readonly { code: string; path: unknown; params: unknown }[] }) =>
  (result.refusals ?? []).map(({ code, path, params }) => ({ code, path, params }));

describe("R56, S17: by when an agreement is activated", () => {
  it("S17: thirteen months from the start of the membership, the last day included", () => {
    expect(redeemByOf(partner, ACTIVATION, "2026-03-02")).toBe("2027-04-02");
    expect(redeemByOf(partner, ACTIVATION, "2026-01-31")).toBe("2027-02-28");
  });
  it("S17: a term counted from the membership is never activated after it is over", () => {
    expect(redeemByOf(partner, MEMBERSHIP, "2026-03-02")).toBe(agreementTerm(partner, "2026-03-02", "UTC").endsOn);
  });
  it("G7: the programme says whether it has to be, and whoever issues may say it need not", () => {
    const wish = { startsOn: TODAY, needsActivation: null, redeemBy: null };
    expect(decidePendingActivation({ ...partner, activation: ACTIVATION }, wish, TODAY)).toEqual({
      ok: true,
      value: { basis: "ACTIVATION", redeemBy: "2027-12-23" },
    });
    expect(decidePendingActivation({ ...partner, activation: null }, wish, TODAY)).toEqual({ ok: true, value: null });
    const inForce = { ...wish, needsActivation: false };
    expect(decidePendingActivation({ ...partner, activation: ACTIVATION }, inForce, TODAY)).toMatchObject({
      value: null,
    });
  });
  it.each([
    ["the programme knows no activation", null, { needsActivation: true }, ["needsActivation"], "choice"],
    ["a day to activate what needs none", null, { redeemBy: "2027-01-01" }, ["redeemBy"], "choice"],
    ["a day in the past", ACTIVATION, { redeemBy: "2026-11-22" }, ["redeemBy"], "redeemByDay"],
    [
      "a day before the membership",
      ACTIVATION,
      { startsOn: "2027-02-01", redeemBy: "2027-01-01" },
      ["redeemBy"],
      "redeemByDay",
    ],
    ["a slip of the hand", ACTIVATION, { redeemBy: "2206-11-23" }, ["redeemBy"], "redeemByDay"],
    ["no day at all", ACTIVATION, { redeemBy: "2027-02-30" }, ["redeemBy"], "day"],
    ["a membership whose time is over", ACTIVATION, { startsOn: "2025-10-22" }, ["startsOn"], "redeemableStart"],
  ])("R56: %s is refused by its field", (_name, activation, wish, path, expected) => {
    const asked = { startsOn: TODAY, needsActivation: null, redeemBy: null, ...wish };
    expect(codesOf(decidePendingActivation({ ...partner, activation }, asked, TODAY))).toEqual([
      { code: "INPUT_INVALID", path, params: { expected } },
    ]);
  });
});

describe("R56: activating", () => {
  const question = (activation: Activation | null, now = AS_OF) => ({
    account: accountOf({ kind: "PARTNER" }),
    plan: { ...planOf("partner-product-support-20", "2026-03-02"), ...pendingOf("2027-04-02") },
    isRegisteredByThisAccount: false,
    activation,
    isRevoked: false,
    now,
  });
  const pendingOf = (redeemBy: string) =>
    pendingTerm(partner, { basis: "ACTIVATION", redeemBy }, { startsOn: "2026-03-02", zone: "UTC" });

  it("S17: activated late, it lasts its whole term from that day", () => {
    const asked = question(waitingUntil("2027-04-02"));
    expect(decideRegistration(asked)).toMatchObject({ ok: true, value: { isUsableFrom: null } });
    expect(activatedTerm(asked.plan, { basis: "ACTIVATION" }, AS_OF)).toMatchObject({
      startsOn: "2026-11-23",
      endsOn: "2027-12-23",
    });
  });
  it("R17: who registers it after that shares the term that runs", () => {
    const activation = { ...waitingUntil("2027-04-02"), activatedAt: AS_OF - 1 };
    expect(decideRegistration({ ...question(activation), now: AS_OF + 86_400_000 })).toMatchObject({ ok: true });
  });
  it("R56: past its day it is refused with that day, and only then", () => {
    const activation = waitingUntil("2026-11-23");
    expect(decideRegistration(question(activation, activation.redeemEndsAt - 1)).ok).toBe(true);
    expect(codesOf(decideRegistration(question(activation, activation.redeemEndsAt)))).toEqual([
      { code: "ACTIVATION_WINDOW_OVER", path: null, params: { on: "2026-11-23" } },
    ]);
    expect(hasLapsed({ ...activation, activatedAt: 1 }, activation.redeemEndsAt)).toBe(false);
  });
  it("S17: a term counted from the membership does not move", () => {
    const plan = planOf("partner-product-support-20", "2026-03-02");
    expect(activatedTerm(plan, { basis: "MEMBERSHIP" }, AS_OF)).toEqual(agreementTerm(partner, "2026-03-02", "UTC"));
  });
  it("R12, R13, S17: whenever within its time, the whole term follows, and it never ends after the latest possible day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 395 }), (days) => {
        const redeemBy = "2027-04-02";
        const day = addDays("2026-03-02", days);
        if (day > redeemBy) return;
        const plan = { ...planOf("partner-product-support-20", "2026-03-02"), ...pendingOf(redeemBy) };
        const term = activatedTerm(plan, { basis: "ACTIVATION" }, Date.parse(`${day}T12:00:00Z`));
        expect(term).toEqual(agreementTerm(partner, day, "UTC"));
        expect(term.endsAt).toBeLessThanOrEqual(plan.endsAt);
      }),
    );
  });
});

describe("R56: more time to activate", () => {
  const plan = planOf("partner-product-support-20", "2026-03-02");
  const ask = (redeemBy: string, activation: Activation | null = waitingUntil("2026-10-01")) =>
    decideMoreTime({ plan, activation, redeemBy, reason: "The letter lay in the post room." }, AS_OF);

  it("R56: also after the day has passed, to a day that is still to come", () => {
    expect(ask("2027-01-31")).toEqual({
      ok: true,
      value: { redeemBy: "2027-01-31", reason: "The letter lay in the post room." },
    });
    expect(ask("2026-11-23").ok).toBe(true);
    expect(codesOf(ask("2026-11-22"))).toMatchObject([{ code: "INPUT_INVALID", path: ["redeemBy"] }]);
  });
  it("R56: never to what is activated, or needs no activation, or was withdrawn", () => {
    const done = { ...waitingUntil("2026-10-01"), activatedAt: 1 };
    expect(codesOf(ask("2027-01-31", done))).toMatchObject([{ code: "ADJUSTMENT_NOT_POSSIBLE" }]);
    expect(codesOf(ask("2027-01-31", null))).toMatchObject([{ code: "ADJUSTMENT_NOT_POSSIBLE" }]);
    const withdrawn = {
      plan: { ...plan, revokedAt: 1 },
      activation: waitingUntil("2026-10-01"),
      redeemBy: "2027-01-31",
      reason: "x",
    };
    expect(codesOf(decideMoreTime(withdrawn, AS_OF))).toMatchObject([{ code: "ADJUSTMENT_NOT_POSSIBLE" }]);
  });
  it("S17: a term counted from the membership gives none past its own end", () => {
    expect(codesOf(ask(addDays(plan.endsOn, 1), waitingUntil("2026-10-01", "MEMBERSHIP")))).toMatchObject([
      { code: "INPUT_INVALID", path: ["redeemBy"], params: { expected: "redeemByDay" } },
    ]);
  });
});

describe("R56: reminders before it lapses", () => {
  it("each once, the shortest that is due, none after the last day", () => {
    const due = (today: string, remindedDays: number | null) =>
      reminderDue({ redeemBy: "2027-04-02", remindedDays }, today);
    expect(due("2027-01-31", null)).toBeNull();
    expect(due("2027-02-01", null)).toBe(60);
    expect(due("2027-02-02", 60)).toBeNull();
    expect(due("2027-03-30", 60)).toBe(7);
    expect(due("2027-04-02", 7)).toBe(1);
    expect(due("2027-04-02", 1)).toBeNull();
    expect(due("2027-04-03", null)).toBeNull();
  });
  it("looked at every day, each reminder is sent exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 24 }), (before, months) => {
        const redeemBy = addMonths("2026-11-23", months);
        const sent: number[] = [];
        for (let day = addDays(redeemBy, -before); day <= redeemBy; day = addDays(day, 1)) {
          const days = reminderDue({ redeemBy, remindedDays: sent.at(-1) ?? null }, day);
          if (days !== null) sent.push(days);
        }
        const expected =
          before >= 60
            ? [...REMINDER_DAYS]
            : [...REMINDER_DAYS].filter(
                (days, index) =>
                  days <= before || REMINDER_DAYS[index + 1] === undefined || (REMINDER_DAYS[index + 1] ?? 0) < before,
              );
        expect(sent).toEqual(expected);
      }),
    );
  });
});
