import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AS_OF, demo, planOf, programmeOf, programmes } from "../../testing/seed-world.js";
import { describeCoverage } from "./coverage.js";
import { lapsesAtOnce, mayAdjust } from "./ledger.js";
import { daysLeftOf, planStateAt, usableFirst } from "./plan-state.js";

const plan = planOf("partner-product-support-20", "2026-03-02", { incidentsRemaining: 13 });
const STATES = {
  active: ["ACTIVE"],
  "expires-soon": ["ENDING_SOON"],
  expired: ["EXPIRED"],
  exhausted: ["EMPTY"],
} as const;

describe("R65: how a plan stands", () => {
  it.each(demo.agreements)("R11, R65: demo agreement $id is $expectedState", (agreement) => {
    const one = planOf(agreement.programme, agreement.start, {
      incidentsTotal: agreement.unitsTotal,
      incidentsRemaining: agreement.unitsTotal === null ? null : agreement.unitsTotal - agreement.unitsUsed,
    });
    expect(one.endsOn).toBe(agreement.end);
    expect(STATES[agreement.expectedState as keyof typeof STATES]).toContain(planStateAt(one, AS_OF));
  });
  it("R41, M-8: valid to the last millisecond of its last day", () => {
    expect(planStateAt(plan, plan.endsAt - 1)).toBe("ENDING_SOON");
    expect(planStateAt(plan, plan.endsAt)).toBe("EXPIRED");
    expect(planStateAt(plan, plan.startsAt - 1)).toBe("NOT_YET_ACTIVE");
    expect(planStateAt(plan, plan.startsAt)).toBe("ACTIVE");
  });
  it("R42: empty without incidents; unlimited never", () => {
    expect(planStateAt({ ...plan, incidentsRemaining: 0 }, AS_OF)).toBe("EMPTY");
    expect(planStateAt({ ...plan, incidentsTotal: null, incidentsRemaining: null }, AS_OF)).toBe("ACTIVE");
  });
  it("R65: plans that can be used come before ended, empty and withdrawn ones, else the order stays", () => {
    const ended = { ...plan, id: "ended", endsAt: AS_OF };
    const empty = { ...plan, id: "empty", incidentsRemaining: 0 };
    const withdrawn = { ...plan, id: "withdrawn", revokedAt: 1 };
    const shown = usableFirst([ended, empty, { ...plan, id: "a" }, withdrawn, { ...plan, id: "b" }], AS_OF);
    expect(shown.map(({ id }) => id)).toEqual(["a", "b", "ended", "empty", "withdrawn"]);
  });
  it("R2: withdrawn, and granted by a programme that has ended", () => {
    expect(planStateAt({ ...plan, revokedAt: 1 }, AS_OF)).toBe("REVOKED");
    const retired = planOf("software-assurance-24x7", "2022-06-01", { incidentsTotal: 3, incidentsRemaining: 3 });
    expect(planStateAt(retired, Date.parse("2023-01-31T23:59:59Z"))).toBe("ACTIVE");
    expect(planStateAt(retired, Date.parse("2023-02-01T00:00:00Z"))).toBe("RETIRED");
  });
  it("R65: it ends soon from thirty days before its last day, which itself has no day left", () => {
    const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
    expect([daysLeftOf(plan, at("2027-03-01")), planStateAt(plan, at("2027-03-01"))]).toEqual([31, "ACTIVE"]);
    expect([daysLeftOf(plan, at("2027-03-02")), planStateAt(plan, at("2027-03-02"))]).toEqual([30, "ENDING_SOON"]);
    expect(daysLeftOf(plan, at("2027-04-01"))).toBe(0);
    expect(daysLeftOf(plan, at("2028-04-01"))).toBe(0);
  });
});

describe("R11: the ledger of incidents", () => {
  it("E22: an incident that comes back after the end lapses at once; of an unlimited plan nothing lapses", () => {
    expect([lapsesAtOnce(plan, plan.endsAt - 1), lapsesAtOnce(plan, plan.endsAt)]).toEqual([false, true]);
    expect(lapsesAtOnce({ ...plan, incidentsTotal: null }, plan.endsAt)).toBe(false);
  });
  it("R11: a correction stays between none and what was granted", () => {
    const possible = [-13, -14, 7, 8, 0, 0.5].filter((incidents) => mayAdjust(plan, incidents));
    expect(possible).toEqual([-13, 7]);
    expect(mayAdjust({ incidentsRemaining: null, incidentsTotal: null }, -9)).toBe(true);
  });
  it("R11: whatever is corrected in whatever order, the balance stays between none and granted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: -25, max: 25 })),
        (total, corrections) => {
          let balance = total;
          for (const incidents of corrections)
            if (mayAdjust({ incidentsTotal: total, incidentsRemaining: balance }, incidents)) balance += incidents;
          expect(balance).toBeGreaterThanOrEqual(0);
          expect(balance).toBeLessThanOrEqual(total);
        },
      ),
    );
  });
});

describe("R2: what a programme covers, in one sentence's parameters", () => {
  const coverage = (programme: string) => describeCoverage(programmeOf(programme)).params;
  it("R46, R71: the partner pack: on-premises, mainstream, N and N-1", () => {
    expect(coverage("partner-product-support-20")).toEqual({
      delivery: "ON_PREMISES",
      phases: "MAINSTREAM",
      versionRule: "CURRENT_AND_PREVIOUS",
      environment: "ANY",
      exceptions: "NONE",
    });
  });
  it("R45: Signature Cloud Support: cloud products, no word of phases", () => {
    expect(coverage("signature-cloud-support")).toMatchObject({ delivery: "CLOUD", phases: "ANY", versionRule: "ANY" });
  });
  it("R44: Visual Studio: outside production, with exceptions for developer tools", () => {
    expect(coverage("visual-studio-enterprise")).toMatchObject({
      phases: "MAINSTREAM",
      environment: "NON_PRODUCTION",
      exceptions: "SOME",
    });
  });
  it("R50: bought incidents: mainstream and extended; R2: both deliveries have a word of their own", () => {
    expect(coverage("pay-per-incident")).toMatchObject({ phases: "MAINSTREAM_AND_EXTENDED" });
    expect(
      describeCoverage({ ...programmeOf("pay-per-incident"), deliveries: ["ON_PREMISES", "CLOUD"] }).params.delivery,
    ).toBe("BOTH");
    expect(programmes.every((programme) => describeCoverage(programme).code === "COVERAGE")).toBe(true);
  });
});
