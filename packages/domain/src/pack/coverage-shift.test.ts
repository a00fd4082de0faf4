/** A preview against evaluating everything twice: every plan, every version, every day, before and after (F58, S14). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, products, programmeOf, versions } from "../../testing/seed-world.js";
import type { ProductVersion } from "../catalogue/product.js";
import { isAvailable, judgeEntitlement } from "../entitlement/judge-entitlement.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import { addDays, endOfDay, startOfDay } from "../shared/calendar.js";
import { type CatalogueSide, coverageShifts, isAnsweredDifferently, shiftsOfPlan } from "./coverage-shift.js";

const ZONE = "America/Los_Angeles";
const TODAY = "2026-11-23";
const DAYS = 60;
const FROM = Date.parse("2026-11-23T08:30:00Z");
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));
const PROGRAMMES = [
  "partner-product-support-20",
  "visual-studio-enterprise",
  "pay-per-incident",
  "signature-cloud-support",
];
const FEW: readonly ProductVersion[] = [
  "windows-server-2025",
  "windows-server-2022",
  "windows-server-2019",
  "sql-server-2019",
  "visual-studio-2019",
  "azure-virtual-machines-current",
].map((id) => {
  const version = versions.find((one) => one.id === id);
  if (version === undefined) throw new Error(`no version ${id}`);
  return version;
});
const sideOf = (own: readonly ProductVersion[], programmes: readonly Programme[]): CatalogueSide => ({
  programmes: byId(programmes),
  products: byId(products),
  versions: byId(own),
});
const BEFORE = sideOf(FEW, PROGRAMMES.map(programmeOf));

const isUsable = (plan: SupportPlan, side: CatalogueSide, versionId: string, at: number): boolean => {
  const version = side.versions.get(versionId);
  const product = version && side.products.get(version.productId);
  const programme = side.programmes.get(plan.programme.id);
  if (version === undefined || product === undefined || programme === undefined) return false;
  return isAvailable(judgeEntitlement({ ...plan, programme }, { product, version, at, lifecycleZone: ZONE }));
};

/** Judged at the first instant of every day of both zones: nothing changes in between. */
const INSTANTS: readonly number[] = [
  FROM,
  ...Array.from({ length: DAYS }, (_unused, day) => addDays(TODAY, day + 1)).flatMap((day) => [
    startOfDay(day, ZONE),
    startOfDay(day, "UTC"),
  ]),
];
const changesByBruteForce = (plan: SupportPlan, after: CatalogueSide): Set<string> =>
  new Set(
    FEW.filter(({ id }) => INSTANTS.some((at) => isUsable(plan, BEFORE, id, at) !== isUsable(plan, after, id, at))).map(
      ({ id }) => id,
    ),
  );
const changesByShifts = (plan: SupportPlan, after: CatalogueSide): Set<string> => {
  const question = { programmeId: plan.programme.id, timeZone: plan.timeZone, before: BEFORE, after };
  const shifts = coverageShifts({ ...question, from: FROM, lifecycleZone: ZONE });
  return new Set(shiftsOfPlan(plan, shifts).map(({ versionId }) => versionId));
};

const day = fc.integer({ min: -40, max: DAYS }).map((days) => addDays(TODAY, days));
const movedVersions = fc
  .array(
    fc.record({
      place: fc.nat(FEW.length - 1),
      released: fc.option(day),
      mainstream: fc.option(day),
      extended: fc.option(day),
      rank: fc.integer({ min: 1, max: 4 }),
      isGone: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((moves) =>
    FEW.flatMap((version, place) => {
      const move = moves.find((one) => one.place === place);
      if (move === undefined) return [version];
      const { released, mainstream, extended, rank, isGone } = move;
      const moved = { ...version, releasedOn: released, mainstreamEndsOn: mainstream, extendedEndsOn: extended, rank };
      return isGone ? [] : [{ ...moved, endStatus: "DATED" as const }];
    }),
  );
const changedProgrammes = fc
  .record({ place: fc.nat(PROGRAMMES.length - 1), retiredOn: fc.option(day), hasExtended: fc.boolean() })
  .map(({ place, retiredOn, hasExtended }) =>
    PROGRAMMES.map(programmeOf).map((programme, at) =>
      at === place
        ? { ...programme, retiredOn, phases: hasExtended ? (["MAINSTREAM", "EXTENDED"] as const) : programme.phases }
        : programme,
    ),
  );
const plan = fc
  .record({
    programme: fc.constantFrom(...PROGRAMMES),
    starts: fc.integer({ min: -60, max: 20 }),
    lasts: fc.integer({ min: 0, max: DAYS }),
    remaining: fc.constantFrom(0, 1, 5, null),
    isRevoked: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ programme, starts, lasts, remaining, isRevoked }): SupportPlan => {
    const startsOn = addDays(TODAY, starts);
    const endsOn = addDays(TODAY, Math.min(starts + lasts, DAYS - 1));
    return planOf(programme, startsOn, {
      startsOn,
      endsOn,
      startsAt: startOfDay(startsOn, "UTC"),
      endsAt: endOfDay(endsOn, "UTC"),
      incidentsRemaining: remaining,
      incidentsTotal: remaining === null ? null : 5,
      revokedAt: isRevoked ? FROM - 1 : null,
    });
  });

describe("whose outcome a change of the catalogue changes", () => {
  it("F58, S14: lifecycle days moved at will: exactly the plans and versions that evaluating everything twice finds", () => {
    let found = 0;
    fc.assert(
      fc.property(
        movedVersions,
        changedProgrammes,
        fc.array(plan, { minLength: 2, maxLength: 4 }),
        (own, programmes, plans) => {
          const after = sideOf(own, programmes);
          for (const one of plans) {
            const wanted = changesByBruteForce(one, after);
            found += wanted.size;
            expect(changesByShifts(one, after)).toEqual(wanted);
          }
        },
      ),
      { numRuns: 60, seed: 58 },
    );
    // A property that never meets a change proves nothing.
    expect(found).toBeGreaterThan(20);
  });

  it("F58: the shift begins and ends when the decision does, and says which way it goes", () => {
    const [first, ...rest] = FEW;
    if (first === undefined) throw new Error("no versions");
    const moved = { ...first, mainstreamEndsOn: "2026-12-24", extendedEndsOn: "2026-12-31" };
    const programmes = PROGRAMMES.map(programmeOf);
    const question = { timeZone: "UTC", before: BEFORE, after: sideOf([moved, ...rest], programmes) };
    const ask = (programmeId: string) => coverageShifts({ ...question, programmeId, from: FROM, lifecycleZone: ZONE });
    expect(ask("visual-studio-enterprise")).toEqual([
      {
        versionId: "windows-server-2025",
        from: endOfDay("2026-12-24", ZONE),
        until: endOfDay("2029-11-13", ZONE),
        isCoveredAfter: false,
      },
    ]);
    // This programme covers extended support too: it loses what comes after it.
    expect(ask("pay-per-incident")[0]).toMatchObject({ from: endOfDay("2026-12-31", ZONE), isCoveredAfter: false });
    expect(ask("signature-cloud-support")).toEqual([]);
  });

  it("F58: a version that is new changes nobody's decision; a programme nobody changed is not judged", () => {
    const programmes = PROGRAMMES.map(programmeOf);
    const after = sideOf([...FEW, { ...(FEW[0] as ProductVersion), id: "windows-server-2028" }], programmes);
    for (const programmeId of PROGRAMMES)
      expect(
        coverageShifts({ programmeId, timeZone: "UTC", before: BEFORE, after, from: FROM, lifecycleZone: ZONE }),
      ).toEqual([]);
  });

  it("F58: a draft is answered differently by other codes or fields, not by other names", () => {
    const refusal = { code: "PLAN_UNAVAILABLE", path: ["planId"], params: { reason: "EXPIRED", number: 1 } };
    expect(
      isAnsweredDifferently([refusal], [{ ...refusal, params: { reason: "EXPIRED", number: 1, name: "x" } }]),
    ).toBe(false);
    expect(isAnsweredDifferently([refusal], [{ ...refusal, params: { reason: "VERSION_TOO_OLD", number: 8 } }])).toBe(
      true,
    );
    expect(isAnsweredDifferently([refusal], [{ ...refusal, path: ["severity"] }])).toBe(true);
    expect(isAnsweredDifferently([refusal], [])).toBe(true);
  });
});
