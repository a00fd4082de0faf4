import { describe, expect, it } from "vitest";
import { coverageVerdict } from "./coverage-verdict.js";
import type { RemedyKind } from "./remedies.js";

const covering = (endsOn: string, incidentsRemaining: number | null) => ({ plan: { endsOn, incidentsRemaining } });
const lacking = (...kinds: RemedyKind[]) => ({ reasons: [{ remedies: kinds.map((kind) => ({ kind })) }] });
const NOBODY = { canAddAgreement: false, isSold: false, canPurchase: false };
const kindsOf = (verdict: ReturnType<typeof coverageVerdict>) =>
  verdict.kind === "NOT_COVERED" ? verdict.ways.map(({ kind }) => kind) : verdict.kind;

describe("coverageVerdict", () => {
  it("R34, R65: counts the plans that cover it, their incidents and when they end", () => {
    const available = [covering("2027-03-01", 5), covering("2026-12-12", 3)];
    const unavailable = [lacking("ADD_AGREEMENT"), lacking("BUY_INCIDENT")];
    expect(coverageVerdict({ available, unavailable, account: NOBODY })).toEqual({
      kind: "COVERED",
      usable: 2,
      total: 4,
      incidents: 8,
      endsFirst: "2026-12-12",
      endsLast: "2027-03-01",
    });
  });

  it("R65: one unlimited plan makes it unlimited, until that plan ends", () => {
    const available = [covering("2027-03-01", 5), covering("2026-12-12", null), covering("2026-12-31", null)];
    expect(coverageVerdict({ available, unavailable: [], account: NOBODY })).toMatchObject({
      incidents: null,
      endsFirst: "2026-12-12",
      endsLast: "2026-12-31",
    });
  });

  it("F11: one way of each kind, the best first, whichever plan it comes from", () => {
    const unavailable = [
      lacking("WAIT_UNTIL", "BUY_INCIDENT", "READ_ARTICLE"),
      lacking("BUY_INCIDENT", "ADD_AGREEMENT", "READ_ARTICLE"),
      lacking("CHOOSE_VERSION", "ADD_AGREEMENT"),
    ];
    expect(kindsOf(coverageVerdict({ available: [], unavailable, account: NOBODY }))).toEqual([
      "CHOOSE_VERSION",
      "ADD_AGREEMENT",
      "BUY_INCIDENT",
    ]);
  });

  it("F11: keeps the remedy with what it is about", () => {
    const remedy = { kind: "CHOOSE_VERSION", productVersionId: "sql-server-2022" } as const;
    const verdict = coverageVerdict({
      available: [],
      unavailable: [{ reasons: [{ remedies: [remedy] }] }],
      account: NOBODY,
    });
    expect(verdict).toMatchObject({ total: 1, ways: [{ kind: "CHOOSE_VERSION", remedy }] });
  });

  it("R20–R30: a product of another portal has one first answer, the way there", () => {
    const unavailable = [lacking("READ_ARTICLE", "USE_OTHER_PORTAL")];
    expect(kindsOf(coverageVerdict({ available: [], unavailable, account: NOBODY }))).toEqual(["USE_OTHER_PORTAL"]);
  });

  it.each<[string, Partial<typeof NOBODY>, RemedyKind[]]>([
    [
      "adds an agreement or buys",
      { canAddAgreement: true, isSold: true, canPurchase: true },
      ["ADD_AGREEMENT", "BUY_INCIDENT"],
    ],
    ["may not buy itself", { canAddAgreement: true, isSold: true }, ["ADD_AGREEMENT", "USE_PERSONAL_ACCOUNT"]],
    ["is sold nothing for this version", { canAddAgreement: true, canPurchase: true }, ["ADD_AGREEMENT"]],
    ["can do neither", {}, ["CONTACT_VENDOR"]],
  ])("R35, R72: an account without any plan that %s is told so", (_what, account, expected) => {
    const verdict = coverageVerdict({ available: [], unavailable: [], account: { ...NOBODY, ...account } });
    expect(kindsOf(verdict)).toEqual(expected);
    expect(verdict).toMatchObject({ total: 0 });
  });
});
