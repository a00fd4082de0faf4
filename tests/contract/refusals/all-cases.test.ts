/** No refusal is declared without a case that reaches it, and no case is without its mutation (K8). */
import { expect, it } from "vitest";
import { MODULES } from "../../../apps/api/src/modules/modules.js";
import { REFUSALS } from "../../../packages/domain/src/index.js";
import { accountCases } from "../../support/refusals/account-cases.js";
import { administrationCases } from "../../support/refusals/administration-cases.js";
import { type CasesOf, type RefusingMutation, unmatchedPairs } from "../../support/refusals/cases.js";
import { conversationCases } from "../../support/refusals/conversation-cases.js";
import { deskCases } from "../../support/refusals/desk-cases.js";
import { fileCases } from "../../support/refusals/file-cases.js";
import { helpCases } from "../../support/refusals/help-cases.js";
import { purchaseCases } from "../../support/refusals/purchase-cases.js";
import { requestCases } from "../../support/refusals/request-cases.js";

const ALL = {
  ...accountCases,
  ...administrationCases,
  ...conversationCases,
  ...deskCases,
  ...fileCases,
  ...helpCases,
  ...purchaseCases,
  ...requestCases,
} satisfies CasesOf<RefusingMutation>;

it("K8: each mutation and refusal has a case, and each case its pair", () => {
  expect(unmatchedPairs(MODULES.refusals, ALL)).toEqual([]);
  expect(Object.values(ALL).flatMap((byCode) => Object.keys(byCode)).length).toBeGreaterThan(150);
});

it("K8: every refusal of the registry is given by some mutation", () => {
  const given = new Set<string>(Object.values(MODULES.refusals).flat());
  expect(REFUSALS.map(({ code }) => code).filter((code) => !given.has(code))).toEqual([]);
});

it("K8: a planted pair without a case, and a case without its pair, are told", () => {
  expect(unmatchedPairs({ act: ["REQUEST_CLOSED"], drop: [] }, { act: {} })).toEqual([
    "act REQUEST_CLOSED has no case",
  ]);
  expect(unmatchedPairs({ act: [] }, { act: { REQUEST_CLOSED: null } })).toEqual([
    "act REQUEST_CLOSED is not declared",
  ]);
});
