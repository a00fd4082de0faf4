import { describe, expect, it } from "vitest";
import { AS_OF, demo, needOf, planOf, programmeOf, vectors, versions } from "../../testing/seed-world.js";
import type { SupportPlan } from "../plan/support-plan.js";
import { isAvailable, judgeEntitlement, partitionPlans } from "./judge-entitlement.js";
import { REASONS, type UnavailabilityReasonCode } from "./reasons/index.js";

const partner = planOf("partner-product-support-20", "2026-03-02");
const cloud = planOf("signature-cloud-support", "2026-06-15");
const studio = planOf("visual-studio-enterprise", "2026-01-20");
const codes = (plan: SupportPlan, version: string, at: number = AS_OF): UnavailabilityReasonCode[] =>
  judgeEntitlement(plan, needOf(version, at)).unavailableBecause.map((reason) => reason.code);

/** The data's words for a reason; the second set is what the fine reason may be. */
const MEANING: Record<string, readonly UnavailabilityReasonCode[]> = {
  expired: ["EXPIRED"],
  "no-units": ["NO_INCIDENTS_LEFT"],
  "wrong-platform": ["ON_PREMISES_PRODUCTS_ONLY", "CLOUD_PRODUCTS_ONLY"],
  "product-excluded": ["PRODUCT_NOT_COVERED"],
  "version-older-than-previous": ["VERSION_TOO_OLD"],
  "version-phase": ["LIFECYCLE_PHASE_NOT_COVERED"],
  "version-ended": ["LIFECYCLE_PHASE_NOT_COVERED"],
};

describe("the vectors of the data", () => {
  it.each(vectors.plan)("R36, R41-R44: $programme ($unitsLeft left, ends $end) for $version: $reasons", (vector) => {
    const plan = planOf(vector.programme, vector.start, { incidentsRemaining: vector.unitsLeft });
    const found = codes(plan, vector.version, Date.parse(vector.at));
    expect(plan.endsOn).toBe(vector.end);
    expect(found.length === 0).toBe(vector.available);
    for (const reason of vector.reasons)
      expect(MEANING[reason]).toContain(found.find((code) => MEANING[reason]?.includes(code)));
    if (vector.reasons[0] !== undefined) expect(MEANING[vector.reasons[0]]).toContain(found[0]);
  });
  it.each(demo.expectations.plans)("R34, R64, R66: the plans of $user for $version", (expected) => {
    const plans = demo.agreements
      .filter((agreement) => agreement.registeredBy.includes(expected.user))
      .map((agreement) =>
        planOf(agreement.programme, agreement.start, {
          id: agreement.id,
          incidentsTotal: agreement.unitsTotal,
          incidentsRemaining: agreement.unitsTotal === null ? null : agreement.unitsTotal - agreement.unitsUsed,
        }),
      );
    const { available, unavailable } = partitionPlans(plans, needOf(expected.version));
    expect(available.map((one) => one.plan.id).sort()).toEqual([...expected.availablePlans].sort());
    expect(unavailable.map((one) => one.plan.id).sort()).toEqual(Object.keys(expected.unavailablePlans).sort());
    for (const one of unavailable)
      expect(MEANING[expected.unavailablePlans[one.plan.id] ?? ""]).toContain(one.unavailableBecause[0]?.code);
  });
});

describe("each reason", () => {
  it("R37, R41, M-8: EXPIRED at the end, not a millisecond before", () => {
    expect(codes(partner, "windows-server-2025", partner.endsAt - 1)).toEqual([]);
    expect(codes(partner, "windows-server-2025", partner.endsAt)).toEqual(["EXPIRED"]);
    expect(
      judgeEntitlement(partner, needOf("windows-server-2025", partner.endsAt)).unavailableBecause[0],
    ).toMatchObject({ number: 1, on: "2027-04-01", params: { on: "2027-04-01" } });
  });
  it("R38, R42: NO_INCIDENTS_LEFT at none, never for an unlimited plan", () => {
    expect(codes({ ...partner, incidentsRemaining: 1 }, "windows-server-2025")).toEqual([]);
    expect(codes({ ...partner, incidentsRemaining: 0 }, "windows-server-2025")).toEqual(["NO_INCIDENTS_LEFT"]);
    expect(codes({ ...partner, incidentsTotal: null, incidentsRemaining: null }, "windows-server-2025")).toEqual([]);
  });
  it("R56: NOT_YET_ACTIVE before the first instant of the first day", () => {
    expect(codes(partner, "windows-server-2025", partner.startsAt - 1)).toEqual(["NOT_YET_ACTIVE"]);
    expect(codes(partner, "windows-server-2025", partner.startsAt)).toEqual([]);
  });
  it("E12: REVOKED; R2: PROGRAMME_RETIRED from the day on", () => {
    expect(
      judgeEntitlement({ ...partner, revokedAt: AS_OF }, needOf("windows-server-2025")).unavailableBecause,
    ).toMatchObject([{ code: "REVOKED", number: 4, on: "2026-11-23" }]);
    const retiring = { ...studio, programme: { ...studio.programme, retiredOn: "2026-11-23" } };
    expect(codes(retiring, "windows-server-2025", Date.parse("2026-11-22T23:59:59.999Z"))).toEqual([]);
    expect(codes(retiring, "windows-server-2025", Date.parse("2026-11-23T00:00:00Z"))).toEqual(["PROGRAMME_RETIRED"]);
  });
  it("R45: Signature Cloud Support never covers an on-premises product", () => {
    for (const version of versions) {
      const need = needOf(version.id);
      if (need.product.delivery === "ON_PREMISES") expect(codes(cloud, version.id)).toEqual(["CLOUD_PRODUCTS_ONLY"]);
    }
    expect(codes(cloud, "azure-virtual-machines-current")).toEqual([]);
  });
  it("R46: the partner packs never cover a cloud product; phase and version are not judged then", () => {
    for (const version of versions) {
      const need = needOf(version.id);
      if (need.product.delivery === "CLOUD") expect(codes(partner, version.id)).toEqual(["ON_PREMISES_PRODUCTS_ONLY"]);
    }
  });
  it("R25, R45: the cloud programme leaves Microsoft 365 out, whose portal takes no pair", () => {
    expect(codes(cloud, needOf("microsoft-365-current").version.id)).toEqual(["PRODUCT_NOT_COVERED"]);
  });
  it("R39: PRODUCT_NOT_COVERED beside the other reasons, the phase among them", () => {
    const plan = planOf("software-assurance-24x7", "2026-01-01", { incidentsTotal: 2, incidentsRemaining: 0 });
    expect(codes(plan, "visual-studio-2019")).toEqual([
      "NO_INCIDENTS_LEFT",
      "PROGRAMME_RETIRED",
      "PRODUCT_NOT_COVERED",
      "LIFECYCLE_PHASE_NOT_COVERED",
    ]);
  });
  it("R43, R44: the phase decides per programme and per product family (G6)", () => {
    expect(codes(studio, "sql-server-2019")).toEqual(["LIFECYCLE_PHASE_NOT_COVERED"]);
    expect(codes(studio, "visual-studio-2019")).toEqual([]);
    const [reason] = judgeEntitlement(studio, needOf("sql-server-2019")).unavailableBecause;
    expect(reason).toMatchObject({
      number: 8,
      phase: "EXTENDED",
      on: "2025-02-28",
      params: { version: "SQL Server 2019", hasDay: "yes" },
    });
  });
  it("R43: an ended, an unreleased and an undated version are not covered, and the phase is said", () => {
    const phaseOf = (version: string, at: number = AS_OF) =>
      judgeEntitlement(planOf("pay-per-incident", "2026-11-01"), needOf(version, at)).unavailableBecause.map(
        (reason) => reason.phase,
      );
    expect(phaseOf("windows-server-2012-r2")).toEqual(["ENDED"]);
    expect(phaseOf("business-central-on-premises-28")).toEqual(["UNKNOWN"]);
    const early = planOf("pay-per-incident", "2024-01-01");
    expect(
      judgeEntitlement(early, needOf("windows-server-2025", Date.parse("2024-06-01"))).unavailableBecause,
    ).toMatchObject([{ phase: "NOT_RELEASED", on: "2024-11-01" }]);
  });
  it("R43: a version that follows its host has no phase of its own and passes", () => {
    expect(codes(planOf("pay-per-incident", "2026-11-01"), "dotnet-framework-4-8")).toEqual([]);
  });
  it("R71: the N-1 rule stands on its own: too old even when the phase fails too, and not for cloud services", () => {
    expect(codes(partner, "windows-server-2016")).toEqual(["LIFECYCLE_PHASE_NOT_COVERED", "VERSION_TOO_OLD"]);
    const need = needOf("windows-server-2025");
    const rank = (value: number) =>
      judgeEntitlement(partner, { ...need, version: { ...need.version, rank: value } }).unavailableBecause.map(
        (reason) => reason.code,
      );
    expect([rank(1), rank(2), rank(3)]).toEqual([[], [], ["VERSION_TOO_OLD"]]);
    const both = { ...cloud, programme: { ...cloud.programme, versionRule: "CURRENT_AND_PREVIOUS" as const } };
    const azure = needOf("azure-virtual-machines-current");
    expect(isAvailable(judgeEntitlement(both, { ...azure, version: { ...azure.version, rank: 9 } }))).toBe(true);
  });
  it("E23: a version leaves mainstream support at midnight of the catalogue's zone, not of the plan's", () => {
    const plan = planOf("visual-studio-enterprise", "2026-01-20", { timeZone: "Pacific/Kiritimati" });
    expect(codes(plan, "windows-server-2022", Date.parse("2026-10-14T06:59:59.999Z"))).toEqual([]);
    expect(codes(plan, "windows-server-2022", Date.parse("2026-10-14T07:00:00Z"))).toEqual([
      "LIFECYCLE_PHASE_NOT_COVERED",
    ]);
  });
});

describe("R66: all reasons, in the order of the contract", () => {
  it("R36, R66: the registry has the contract's order and numbers", () => {
    expect(REASONS.map((reason) => `${reason.number} ${reason.code}`)).toEqual([
      "1 EXPIRED",
      "2 NO_INCIDENTS_LEFT",
      "4 REVOKED",
      "3 NOT_YET_ACTIVE",
      "5 PROGRAMME_RETIRED",
      "8 ON_PREMISES_PRODUCTS_ONLY",
      "8 CLOUD_PRODUCTS_ONLY",
      "8 PRODUCT_NOT_COVERED",
      "8 LIFECYCLE_PHASE_NOT_COVERED",
      "8 VERSION_TOO_OLD",
    ]);
  });
  it("R66: a plan with everything against it names everything", () => {
    const worst = {
      ...partner,
      programme: { ...partner.programme, retiredOn: "2020-01-01", excludedFamilies: ["windows-server"] },
      incidentsRemaining: 0,
      revokedAt: 1,
    };
    expect(codes(worst, "windows-server-2016", partner.endsAt)).toEqual([
      "EXPIRED",
      "NO_INCIDENTS_LEFT",
      "REVOKED",
      "PROGRAMME_RETIRED",
      "PRODUCT_NOT_COVERED",
      "LIFECYCLE_PHASE_NOT_COVERED",
      "VERSION_TOO_OLD",
    ]);
  });
  it("R66: the trace has a line for every rule; rules of a product the plan's delivery leaves out are not judged", () => {
    const { checks } = judgeEntitlement(cloud, needOf("windows-server-2016"));
    expect(checks.map((check) => check.code)).toEqual(REASONS.map((reason) => reason.code));
    expect(checks.filter((check) => check.passed === false).map((check) => check.code)).toEqual([
      "CLOUD_PRODUCTS_ONLY",
    ]);
    expect(checks.filter((check) => check.passed === null).map((check) => check.code)).toEqual([
      "PRODUCT_NOT_COVERED",
      "LIFECYCLE_PHASE_NOT_COVERED",
      "VERSION_TOO_OLD",
    ]);
  });
  it("M-9: no zone of a request or a viewer is part of the question", () => {
    expect(Object.keys(needOf("windows-server-2025")).sort()).toEqual(["at", "lifecycleZone", "product", "version"]);
    expect(programmeOf("partner-product-support-20").term).toEqual({ years: 1, extraDays: 30 });
  });
});
