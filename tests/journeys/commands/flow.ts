/** Commands of the flow, of buying, and of the profile. */
import { connectionOf } from "../../../apps/web/preview/fixture-answers";
import { ACCOUNT, VIEWER } from "../../../apps/web/preview/fixtures/people";
import { CARD, offer, offersOf, PAID } from "../../../apps/web/preview/fixtures/purchases";
import {
  GOLD,
  PROBLEM_DONE,
  PRODUCTS,
  READY,
  START,
} from "../../../apps/web/src/features/new-request/testing/flow-fixtures";
import { button, EMPTIED, type Places, verb } from "./place";

const draft = (content: object) => ({
  id: "drf_1",
  revision: 3,
  updatedAt: "2026-11-23T08:30:00.000Z",
  expiresAt: "2026-12-23T08:30:00.000Z",
  productVersion: null,
  attachments: [],
  content,
});
export const flow = (content: object, more: object = {}) => ({
  viewer: VIEWER,
  severities: START.severities,
  countries: START.countries,
  draft: draft(content),
  myDrafts: [draft(content)],
  saveDraft: ({ input }: { input: { content: object } }) => ({ draft: draft(input.content), userErrors: [] }),
  product: ({ id }: { id: string }) => PRODUCTS.find((one) => one.id === id),
  productVersions: { nodes: [] },
  dialogue: null,
  problemForm: null,
  myRequests: connectionOf([]),
  availablePlans: [{ plan: GOLD, checks: [] }],
  unavailablePlans: [],
  expectedFirstResponse: "2026-11-23T12:30:00.000Z",
  ...more,
});
const CONFIRMED = {
  requestId: "req_1",
  number: "2611230030000412",
  title: "DNS stops answering",
  severity: "MODERATE",
  firstResponseDueAt: "2026-11-23T12:30:00.000Z",
  primaryContactName: "Ana Ionescu",
  primaryContactEmail: "ana@carpatia.example",
  additionalContactCount: 0,
  incidentsRemaining: 6,
  isSubmitterContact: true,
  productVersion: { id: "windows-server-2025", name: "Windows Server 2025" },
  programme: GOLD.programme,
};
const FILE = {
  __typename: "Attachment",
  id: "att_1",
  name: "trace.etl",
  size: 100,
  mediaType: "text/plain",
  state: "UNSCANNED",
  createdAt: "2026-11-23T08:30:00.000Z",
  uploaderName: "Ana Ionescu",
  isPreviewable: false,
  url: "/files/att_1",
  previewUrl: null,
  refusal: null,
};
const SECOND_CARD = { ...CARD, id: "pmt_2", last4: "4444", brand: "mastercard", isDefault: false };
const shop = (more: object = {}) => ({
  viewer: { ...VIEWER, account: { ...ACCOUNT, kind: "PERSONAL" }, canPurchase: true },
  portalSettings: { isPurchaseEnabled: true, arePersonasEnabled: true, version: "0.1.0", entitlementTimeZone: "UTC" },
  incidentOffers: offersOf([offer(1)]),
  paymentMethods: [CARD, SECOND_CARD],
  purchases: connectionOf([]),
  ...more,
});

export const FLOW: Places = {
  "new-request/frame/resumed-notice.tsx": {
    DiscardFlowDraft: {
      path: "/requests/new",
      world: flow(PROBLEM_DONE, { deleteDraft: { deletedDraftId: "drf_1", userErrors: [] } }),
      after: { myDrafts: [] },
      reach: async (page) => {
        await button(page, "Delete this draft").click();
        return verb(page, "Delete this draft");
      },
      told: /^The draft is thrown away/,
    },
  },
  "new-request/steps/plan/add-panel.tsx": {
    AddAgreementInFlow: {
      path: "/requests/new/drf_1/plan",
      world: flow(PROBLEM_DONE, { addAgreement: { plan: GOLD, isUsableFrom: null, userErrors: [] } }),
      reach: async (page) => {
        await page.getByText(/add more support plans\?/).click();
        await page.getByLabel("Access ID").fill("0074K9QM");
        await page.getByLabel("Agreement ID").fill("8P3X");
        return button(page, "Add agreement");
      },
      told: /^“Partner 20-pack” was added/,
      again: EMPTIED,
    },
  },
  "new-request/use-submission.ts": {
    SubmitRequest: {
      path: "/requests/new/drf_1/review",
      world: flow(READY, { createRequest: { confirmation: CONFIRMED, userErrors: [] } }),
      reach: async (page) => button(page, "Submit request"),
      told: /^Your request is submitted/,
    },
  },
  "files/sender.tsx": {
    SendFiles: {
      path: "/requests/new/drf_1/confirmation",
      world: flow(READY, {
        node: FILE,
        addAttachments: {
          entry: { __typename: "AttachmentAddedEntry", id: "tim_9", attachments: [FILE] },
          userErrors: [],
        },
      }),
      reach: async (page) => {
        const kept = JSON.stringify({ accountId: "acc_ana", confirmation: CONFIRMED, timeZone: "Europe/Bucharest" });
        await page.evaluate((text) => {
          sessionStorage.setItem("accord.confirmation.drf_1", text);
          localStorage.setItem("accord.uploads", JSON.stringify({ req_1: ["att_1"] }));
        }, kept);
        await page.goto("/requests/new/drf_1/confirmation");
        return button(page, "Send the file");
      },
      told: /^The file was sent/,
    },
  },
  "purchases/buy-panel/use-buying.ts": {
    BuyIncident: {
      path: "/plans?buy=1",
      world: shop({
        purchaseIncident: { purchase: PAID, plan: { __typename: "SupportPlan", id: "pln_core" }, userErrors: [] },
      }),
      after: { purchases: connectionOf([PAID]) },
      reach: async (page) => {
        await page.getByRole("checkbox", { name: /I agree to be charged/ }).check();
        return button(page, /^Buy for/);
      },
      told: /^Bought: Single incident/,
    },
  },
  "purchases/cards/add-card.tsx": {
    BeginCardSetup: {
      path: "/payment-methods",
      world: shop({
        startCardSetup: { setup: { id: "csu_1", redirectUrl: "/plans", stripe: null }, userErrors: [] },
      }),
      reach: async (page) => button(page, "Add a card"),
      leadsTo: "/plans",
    },
  },
  "purchases/cards/cards-page.tsx": {
    SetDefaultPaymentMethod: {
      path: "/payment-methods",
      world: shop({
        updateDefaultPaymentMethod: {
          paymentMethods: [
            { ...SECOND_CARD, isDefault: true },
            { ...CARD, isDefault: false },
          ],
          userErrors: [],
        },
      }),
      after: {
        paymentMethods: [
          { ...SECOND_CARD, isDefault: true },
          { ...CARD, isDefault: false },
        ],
      },
      reach: async (page) => button(page, "Use Mastercard ending in 4444 by default"),
      told: /^The card ending in 4444 is offered first from now on/,
    },
  },
  "purchases/cards/remove-card-dialog.tsx": {
    RemovePaymentMethod: {
      path: "/payment-methods",
      world: shop({ removePaymentMethod: { paymentMethods: [CARD], userErrors: [] } }),
      after: { paymentMethods: [CARD] },
      reach: async (page) => {
        await button(page, "Remove Mastercard ending in 4444").click();
        return verb(page, "Remove");
      },
      told: /^The card ending in 4444 is removed/,
    },
  },
  "identity/profile-form.tsx": {
    CompleteProfile: {
      path: "/profile",
      reach: async (page) => button(page, "Save"),
      told: /^Profile saved/,
      again: "a form that is there for every later change; saving the same changes nothing",
    },
  },
  "identity/confirm-address-card.tsx": {
    SendAddressConfirmation: {
      path: "/profile",
      world: { viewer: { ...VIEWER, account: { ...ACCOUNT, isEmailProven: false } } },
      reach: async (page) => button(page, "Confirm this address"),
      told: /^A link is on its way to ana\.ionescu@carpatica\.example/,
    },
  },
};
