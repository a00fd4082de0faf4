import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyNeed, anyPlan } from "../../testing/arbitraries.js";
import {
  articleIds,
  needOf,
  planOf,
  portalOf,
  programmes,
  versionOf,
  versions,
  versionsOf,
} from "../../testing/seed-world.js";
import { ACCOUNT_KINDS, type AccountKind } from "../account/account.js";
import { admitsAccountKind } from "../agreement/register-agreement.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import { startOfDay } from "../shared/calendar.js";
import { isAvailable, judgeEntitlement, partitionPlans } from "./judge-entitlement.js";
import type { Need } from "./need.js";
import { planIfBought } from "./plan-if-bought.js";
import { REASONS } from "./reasons/index.js";
import { type Remedy, type RemedyContext, remediesFor } from "./remedies.js";

const sold = programmes.filter((programme) => programme.origin === "PURCHASE");
const issuedTo = (kind: AccountKind): Programme[] =>
  programmes.filter((programme) => programme.origin === "AGREEMENT" && admitsAccountKind(programme, kind));
const contextOf = (plan: SupportPlan, need: Need, changes: Partial<RemedyContext> = {}): RemedyContext => ({
  plan,
  need,
  versionsOfProduct: versionsOf(need.product.id),
  otherPlans: [],
  portal: portalOf(need.product),
  canAddAgreement: true,
  canPurchase: true,
  couldPurchaseWithPersonalAccount: false,
  agreementProgrammes: issuedTo("PARTNER"),
  offeredProgrammes: sold,
  articleIds,
  ...changes,
});
const remediesOf = (plan: SupportPlan, version: string, changes: Partial<RemedyContext> = {}): string[] => {
  const need = needOf(version);
  const [reason] = judgeEntitlement(plan, need).unavailableBecause;
  if (reason === undefined) throw new Error("the plan is available");
  return remediesFor(reason, contextOf(plan, need, changes)).map((remedy) =>
    [remedy.kind, remedy.productVersionId ?? remedy.planId ?? remedy.on ?? remedy.portalId ?? remedy.articleId]
      .filter(Boolean)
      .join(" "),
  );
};
const partner = planOf("partner-product-support-20", "2026-03-02");
const expired = planOf("partner-product-support-10", "2025-01-10");

describe("R36: every reason says what to do", () => {
  it("R43, R71, K8: for an old version buying; never a newer version, which is not the one that is broken", () => {
    expect(remediesOf(partner, "windows-server-2016")).toEqual([
      "BUY_INCIDENT",
      "READ_ARTICLE portal-plan-unavailable",
    ]);
    for (const version of versions)
      for (const remedy of remediesFor(
        { code: "LIFECYCLE_PHASE_NOT_COVERED" },
        contextOf(planOf("visual-studio-enterprise", "2026-11-01"), needOf(version.id)),
      ))
        if (remedy.productVersionId !== null)
          expect([version.id, versionOf(remedy.productVersionId).releasedOn]).toEqual([version.id, version.releasedOn]);
  });
  it("R43: another edition of the same release may have been meant", () => {
    expect(remediesOf(planOf("visual-studio-enterprise", "2026-11-01"), "windows-11-24h2-home-pro")[0]).toBe(
      "CHOOSE_VERSION windows-11-24h2-enterprise",
    );
  });
  it("R43: for a version that is not out yet, the newest that is; of versions released on one day the better ranked", () => {
    const need = needOf("windows-server-2025", Date.parse("2024-06-01"));
    const older = (id: string, rank: number) => ({ ...versionOf("windows-server-2022"), id, rank });
    const newer = { ...versionOf("windows-server-2025"), id: "newer", releasedOn: "2026-01-01" };
    const oldest = versionOf("windows-server-2019");
    const versionsOfProduct = [need.version, newer, oldest, older("second", 2), older("first", 1)];
    const plan = planOf("pay-per-incident", "2024-01-01");
    const [remedy] = remediesFor({ code: "LIFECYCLE_PHASE_NOT_COVERED" }, contextOf(plan, need, { versionsOfProduct }));
    expect(remedy).toMatchObject({ kind: "CHOOSE_VERSION", productVersionId: "first" });
  });
  it("R71: the N-1 rule has a page of its own", () => {
    const need = needOf("windows-server-2016");
    const remedies = remediesFor({ code: "VERSION_TOO_OLD" }, contextOf(partner, need));
    expect(remedies.at(-1)).toMatchObject({ kind: "READ_ARTICLE", articleId: "portal-n-1-rule" });
    expect(
      remediesFor({ code: "VERSION_TOO_OLD" }, contextOf(partner, need, { articleIds: new Set() })).some(
        (remedy) => remedy.kind === "READ_ARTICLE",
      ),
    ).toBe(false);
  });
  it("R37, R64: an ended plan: another plan of the account first; no version would help", () => {
    expect(
      remediesOf(expired, "windows-server-2025", {
        otherPlans: [expired, { ...partner, incidentsRemaining: 0, id: "pln_empty" }, partner],
      })[0],
    ).toBe(`CHOOSE_OTHER_PLAN ${partner.id}`);
    expect(remediesOf(expired, "windows-server-2016").some((remedy) => remedy.startsWith("CHOOSE_VERSION"))).toBe(
      false,
    );
  });
  it("R56: a plan that has not begun says from when, only if that day it really can be used", () => {
    expect(remediesOf(planOf("partner-product-support-20", "2027-01-01"), "windows-server-2025")[0]).toBe(
      "WAIT_UNTIL 2027-01-01",
    );
    expect(remediesOf(planOf("partner-product-support-20", "2027-01-01"), "windows-server-2016")).not.toContain(
      "WAIT_UNTIL 2027-01-01",
    );
  });
  it("R23, R35: buying is named only to who may buy, where it is sold, for a version it covers (R50)", () => {
    expect(remediesOf(expired, "windows-server-2019")).toContain("BUY_INCIDENT");
    expect(remediesOf(expired, "windows-server-2019", { canPurchase: false })).not.toContain("BUY_INCIDENT");
    expect(remediesOf(expired, "windows-server-2019", { offeredProgrammes: [] })).not.toContain("BUY_INCIDENT");
    expect(remediesOf(expired, "windows-server-2012-r2")).not.toContain("BUY_INCIDENT");
  });
  it("K8: another agreement is named only where one this kind of account may hold covers the version", () => {
    for (const kind of ACCOUNT_KINDS)
      for (const version of versions) {
        const need = needOf(version.id);
        const helps = portalOf(need.product).isHere && makesOneAvailable(issuedTo(kind), need);
        const named = remediesFor(
          { code: "EXPIRED" },
          contextOf(expired, need, { agreementProgrammes: issuedTo(kind) }),
        );
        expect([kind, version.id, named.some((one) => one.kind === "ADD_AGREEMENT")]).toEqual([
          kind,
          version.id,
          helps,
        ]);
      }
  });
  it("R50, R72: a work or partner account is led to a personal one, which buys for an old version", () => {
    const work = { canPurchase: false, couldPurchaseWithPersonalAccount: true };
    expect(remediesOf(expired, "windows-server-2019", work)).toEqual([
      "USE_PERSONAL_ACCOUNT",
      "READ_ARTICLE portal-plan-unavailable",
    ]);
    expect(remediesOf(expired, "windows-server-2012-r2", work)).toEqual([
      "CONTACT_VENDOR",
      "READ_ARTICLE portal-plan-unavailable",
    ]);
  });
  it("R47: for a cloud product the way leads to its portal", () => {
    expect(
      remediesOf(partner, "azure-virtual-machines-current", {
        otherPlans: [planOf("signature-cloud-support", "2026-06-15")],
      }),
    ).toEqual(["USE_OTHER_PORTAL azure-portal", "READ_ARTICLE portal-which-portal"]);
  });
  it("R36: when nothing else helps, the vendor is named; for a withdrawn plan always", () => {
    const nothing = { canAddAgreement: false, canPurchase: false };
    expect(remediesOf(expired, "windows-server-2025", nothing)).toEqual([
      "CONTACT_VENDOR",
      "READ_ARTICLE portal-plan-unavailable",
    ]);
    expect(remediesOf({ ...partner, revokedAt: 1 }, "windows-server-2025")).toEqual([
      "ADD_AGREEMENT",
      "BUY_INCIDENT",
      "CONTACT_VENDOR",
      "READ_ARTICLE portal-plan-unavailable",
    ]);
  });
});

/** Carried out: a new plan of one of the programmes can be used. */
const makesOneAvailable = (own: readonly Programme[], need: Need): boolean =>
  own.some((one) => isAvailable(judgeEntitlement(planIfBought(one, need.at, "UTC"), need)));

/** Does following the remedy lead to a plan that can be used, or to something this account may do? */
const leadsSomewhere = (remedy: Remedy, context: RemedyContext): boolean => {
  const { plan, need } = context;
  switch (remedy.kind) {
    case "CHOOSE_VERSION":
      return (
        context.portal.isHere &&
        isAvailable(judgeEntitlement(plan, { ...need, version: versionOf(remedy.productVersionId ?? "") }))
      );
    case "CHOOSE_OTHER_PLAN": {
      const other = context.otherPlans.find((one) => one.id === remedy.planId);
      return context.portal.isHere && other !== undefined && isAvailable(judgeEntitlement(other, need));
    }
    case "ADD_AGREEMENT":
      return context.canAddAgreement && makesOneAvailable(context.agreementProgrammes, need);
    case "BUY_INCIDENT":
      return context.canPurchase && makesOneAvailable(context.offeredProgrammes, need);
    case "USE_PERSONAL_ACCOUNT":
      return (
        !context.canPurchase &&
        context.couldPurchaseWithPersonalAccount &&
        makesOneAvailable(context.offeredProgrammes, need)
      );
    case "WAIT_UNTIL": {
      const zones = [plan.timeZone, need.lifecycleZone];
      return zones.some((zone) =>
        isAvailable(judgeEntitlement(plan, { ...need, at: startOfDay(remedy.on ?? "", zone) })),
      );
    }
    case "USE_OTHER_PORTAL":
      return !context.portal.isHere && remedy.portalId === context.portal.id;
    case "READ_ARTICLE":
      return context.articleIds.has(remedy.articleId ?? "");
    case "CONTACT_VENDOR":
      return true;
  }
};

describe("laws of judging", () => {
  it("R36, R47: every reason has a remedy, and no remedy leads to a refusal", () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyNeed,
        fc.array(anyPlan, { maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...ACCOUNT_KINDS),
        fc.boolean(),
        (plan, need, otherPlans, canAddAgreement, isSelling, kind, isOffered) => {
          const canPurchase = isSelling && kind === "PERSONAL";
          const context = contextOf(plan, need, {
            otherPlans,
            canAddAgreement,
            canPurchase,
            couldPurchaseWithPersonalAccount: isSelling && kind !== "PERSONAL",
            agreementProgrammes: issuedTo(kind),
            offeredProgrammes: isOffered ? sold : [],
          });
          for (const reason of judgeEntitlement(plan, need).unavailableBecause) {
            const remedies = remediesFor(reason, context);
            expect(remedies.length).toBeGreaterThan(0);
            expect(remedies.some((remedy) => remedy.kind !== "READ_ARTICLE")).toBe(true);
            for (const remedy of remedies)
              expect([remedy.kind, leadsSomewhere(remedy, context)]).toEqual([remedy.kind, true]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
  it("R34, R66: every plan is in exactly one of the two lists, in the order given", () => {
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 8 }), anyNeed, (plans, need) => {
        const { available, unavailable } = partitionPlans(plans, need);
        expect(available.length + unavailable.length).toBe(plans.length);
        const order = (judged: readonly { plan: SupportPlan }[]) => judged.map((one) => plans.indexOf(one.plan));
        for (const list of [available, unavailable])
          expect(order(list)).toEqual([...order(list)].sort((a, b) => a - b));
        expect(available.every((one) => one.checks.every((check) => check.passed !== false))).toBe(true);
        expect(unavailable.every((one) => one.checks.some((check) => check.passed === false))).toBe(true);
      }),
    );
  });
  it("R41: time never takes EXPIRED away", () => {
    fc.assert(
      fc.property(anyPlan, anyNeed, fc.nat(10_000), (plan, need, days) => {
        const isExpired = (at: number) =>
          judgeEntitlement(plan, { ...need, at }).unavailableBecause.some((reason) => reason.code === "EXPIRED");
        if (isExpired(need.at)) expect(isExpired(need.at + days * 86_400_000)).toBe(true);
        expect(isExpired(plan.endsAt) && !isExpired(plan.endsAt - 1)).toBe(true);
      }),
    );
  });
  it("R66: reasons come in the registry's order, each once", () => {
    fc.assert(
      fc.property(anyPlan, anyNeed, (plan, need) => {
        const places = judgeEntitlement(plan, need).unavailableBecause.map((found) =>
          REASONS.findIndex((reason) => reason.code === found.code),
        );
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });
  it("R42: fewer incidents never make a plan available", () => {
    fc.assert(
      fc.property(anyPlan, anyNeed, (plan, need) => {
        if (isAvailable(judgeEntitlement({ ...plan, incidentsRemaining: 0 }, need)))
          throw new Error("an empty plan is available");
        expect(
          isAvailable(judgeEntitlement({ ...plan, incidentsRemaining: null }, need)) ||
            !isAvailable(judgeEntitlement(plan, need)),
        ).toBe(true);
      }),
    );
  });
});
