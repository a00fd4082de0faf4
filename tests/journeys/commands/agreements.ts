/** Commands about agreements and plans: of who holds them, and of administration. */
import { connectionOf } from "../../../apps/web/preview/fixture-answers";
import { PLANS } from "../../../apps/web/preview/fixtures/plans";
import { ADMINISTRATOR, agreement, PROGRAMMES } from "../../../apps/web/src/features/administration/testing";
import { button, EMPTIED, type Places, verb } from "./place";

const PLAN = PLANS[0];
const ADDED = { addAgreement: { plan: PLAN, isUsableFrom: null, userErrors: [] } };
const ONE = "/administration/agreements/pln_1";
const CHANGED = { agreement: agreement("pln_1"), userErrors: [] };
const managed = (more: object) => ({
  viewer: ADMINISTRATOR,
  programmes: PROGRAMMES,
  managedAgreement: agreement("pln_1"),
  managedAgreements: connectionOf([agreement("pln_1")]),
  ...more,
});
const change = (name: string, confirm: string, fill: "none" | "day" = "none") => ({
  reach: async (page: Parameters<typeof button>[0]) => {
    await button(page, name).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^Reason/).fill("As agreed by phone");
    if (fill === "day") await dialog.getByLabel(/^New last day/).fill("2028-01-31");
    return verb(page, confirm);
  },
});

export const AGREEMENTS: Places = {
  "agreements/activate-page.tsx": {
    ActivateAgreement: {
      path: "/activate/abc",
      world: { redeemActivationLink: { plan: PLAN, isUsableFrom: null, userErrors: [] } },
      reach: async (page) => button(page, "Add the agreement to this account"),
      told: /^Added: /,
    },
  },
  "agreements/add-agreement-form.tsx": {
    AddAgreement: {
      path: "/plans",
      world: ADDED,
      reach: async (page) => {
        await page.getByLabel(/^Access ID/).fill("0074K9QM");
        await page.getByLabel(/^Agreement ID/).fill("8P3X");
        return button(page, "Add agreement");
      },
      told: /Added: /,
      again: EMPTIED,
    },
  },
  "agreements/remove-dialog.tsx": {
    RemoveAgreement: {
      path: "/plans",
      world: { removeAgreement: { removedPlanId: "pln_core", userErrors: [] } },
      after: { myPlans: connectionOf(PLANS.slice(1)) },
      reach: async (page) => {
        await page
          .locator("#pln_core")
          .getByRole("button", { name: /^Remove/ })
          .click();
        return verb(page, "Remove");
      },
      told: /^Removed from your account: /,
    },
  },
  "agreements/reveal-pair.tsx": {
    RevealAgreement: {
      path: "/plans/pln_core",
      reach: async (page) => button(page, "Show the IDs"),
      told: /Share the two IDs, never a sign-in/,
    },
  },
  "administration/agreements/issue-form.tsx": {
    IssueAgreements: {
      path: "/administration/agreements/issue",
      world: managed({
        createAgreements: {
          issued: [
            {
              planId: "pln_9",
              accessId: "0074-K9QM",
              agreementId: "8P3X-W0R1",
              endsOn: "2027-12-01",
              redeemBy: null,
              letterUrl: "/admin/letters/pln_9",
              activation: null,
            },
          ],
          userErrors: [],
        },
      }),
      reach: async (page) => {
        await page.getByLabel(/^Programme/).selectOption("core");
        return button(page, "Issue");
      },
      told: /^1 agreement issued/,
    },
  },
  "administration/agreements/use-change.ts": {
    AdjustIncidents: {
      path: ONE,
      world: managed({ adjustIncidents: CHANGED }),
      ...change("Adjust incidents", "Adjust"),
      told: /^The incidents are adjusted/,
    },
    ExtendAgreement: {
      path: ONE,
      world: managed({ updateAgreementEnd: CHANGED }),
      ...change("Extend the term", "Extend", "day"),
      told: /^The agreement is extended/,
    },
    ExtendActivation: {
      path: ONE,
      world: managed({
        managedAgreement: agreement("pln_1", { state: "ISSUED", redeemBy: "2027-12-31" }),
        updateActivationEnd: CHANGED,
      }),
      ...change("Give more time to activate", "Give time", "day"),
      told: /^The agreement can be activated/,
    },
    RevokeAgreement: {
      path: ONE,
      world: managed({ revokeAgreement: CHANGED }),
      ...change("Withdraw the agreement", "Withdraw"),
      told: /^The agreement is withdrawn/,
    },
    RotatePair: {
      path: ONE,
      world: managed({ rotatePair: { ...CHANGED, accessId: "NEW-ACCESS", agreementId: "NEW-AGREEMENT" } }),
      ...change("Give it new IDs", "Give new IDs"),
      told: /The new IDs, shown this once/,
    },
  },
  "administration/agreements/activation-card.tsx": {
    CreateActivationLink: {
      path: ONE,
      world: managed({
        createActivationLink: {
          activation: { url: "https://support.example.com/activate/abc", expiresAt: "2026-12-23T08:30:00.000Z" },
          agreement: agreement("pln_1"),
          userErrors: [],
        },
      }),
      reach: async (page) => button(page, "Make a new activation link"),
      told: /^The new link, shown this once/,
    },
  },
};
