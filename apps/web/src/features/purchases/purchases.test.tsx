/** Buying, cards and receipts as the screens tell them (R35, R50, R72, R75, R76, R78, R79, E17–E20, F24–F28). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { ACCOUNT, VIEWER } from "../../../preview/fixtures/people";
import { CARD, OLD_CARD, offer, offersOf, PAID, purchase } from "../../../preview/fixtures/purchases";
import { renderApp } from "../../../preview/render-app";

afterEach(() => sessionStorage.clear());

const BUYER = { ...VIEWER, account: { ...ACCOUNT, kind: "PERSONAL" }, canPurchase: true };
const shop = (more: object = {}) => ({
  viewer: BUYER,
  portalSettings: { isPurchaseEnabled: true, arePersonasEnabled: true, version: "0.1.0", entitlementTimeZone: "UTC" },
  incidentOffers: offersOf([offer(1), offer(5)]),
  paymentMethods: [CARD, OLD_CARD],
  purchases: connectionOf([]),
  ...more,
});
const agreeAndBuy = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole("checkbox", { name: /I agree to be charged/ }));
  await userEvent.click(screen.getByRole("button", { name: "Buy for €499.00" }));
};
type Calls = readonly { name: string; variables: Record<string, unknown> }[];
const keysOf = (calls: Calls) =>
  calls
    .filter(({ name }) => name === "BuyIncident")
    .map(({ variables }) => (variables.input as { idempotencyKey: string }).idempotencyKey);

test("R79, R76: the single incident and the usual card are there to begin with; nothing is bought without consent", async () => {
  const { calls } = await renderApp("/plans?buy=1", shop());
  expect(await screen.findByRole("radio", { name: /Single incident/, checked: true })).toBeTruthy();
  expect(screen.getByRole("radio", { name: /4242/, checked: true })).toBeTruthy();
  expect(screen.getAllByText(/includes €86.60 VAT \(21%\)/).length).toBe(2);
  await userEvent.click(screen.getByRole("button", { name: "Buy for €499.00" }));
  expect(await screen.findByText("To buy, agree to the terms first.")).toBeTruthy();
  expect(keysOf(calls)).toEqual([]);
});

test("E19, F25: an expired card is told, and cannot be chosen", async () => {
  await renderApp("/plans?buy=1", shop());
  const old = await screen.findByRole("radio", { name: /0002.*Expired/ });
  expect((old as HTMLInputElement).disabled).toBe(true);
});

test("R50, E19: an offer of no use for the version says why and cannot be chosen; with none of use no card is asked", async () => {
  const reasons = [
    {
      __typename: "UnavailabilityReason",
      code: "LIFECYCLE_PHASE_NOT_COVERED",
      message: "The version is past extended support.",
    },
  ];
  const useless = offer(1, { isUsable: false, unavailableBecause: reasons });
  await renderApp("/plans?buy=1", shop({ incidentOffers: offersOf([useless]) }));
  expect(await screen.findByText("Nothing on sale covers this version")).toBeTruthy();
  expect(screen.getByText("The version is past extended support.")).toBeTruthy();
  expect((screen.getByRole("radio", { name: /Single incident/ }) as HTMLInputElement).disabled).toBe(true);
  expect(screen.queryByRole("button", { name: "Add a card" })).toBeNull();
});

test("R74, R75, F26, F27: what is not sold here says why on request; advice by one's own use; another currency is named", async () => {
  const notSold = [{ __typename: "OfferNotSold", packSize: 5, message: "The pack of 5 is not sold in your region." }];
  const advice = {
    __typename: "PackAdvice",
    recommendsPack: false,
    message: "You used 1 incident in the last 12 months.",
  };
  const more = { notSold, advice, isFallbackCurrency: true, currencyCode: "USD" };
  await renderApp("/plans?buy=1", shop({ incidentOffers: offersOf([offer(1)], more) }));
  expect(await screen.findByText("You used 1 incident in the last 12 months.")).toBeTruthy();
  await userEvent.click(screen.getByText("What is not sold where you are, and why"));
  expect(screen.getByText("The pack of 5 is not sold in your region.")).toBeTruthy();
  expect(screen.getByText(/prices are in USD/)).toBeTruthy();
});

test("E17: a try without an answer and the next one go under one key; the purchase before them gives it", async () => {
  let tries = 0;
  const { calls } = await renderApp(
    "/plans?buy=1",
    shop({
      purchases: connectionOf([purchase("SUCCEEDED", { id: "pur_0" })]),
      purchaseIncident: () => {
        tries += 1;
        if (tries === 1) throw new Error("the connection is gone");
        return { purchase: PAID, plan: { __typename: "SupportPlan", id: "pln_core" }, userErrors: [] };
      },
    }),
  );
  await agreeAndBuy();
  expect(await screen.findByRole("alert")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Buy for €499.00" }));
  await waitFor(() => expect(keysOf(calls)).toEqual(["plans.pur_0", "plans.pur_0"]));
});

const KEPT = `accord.buying.${ACCOUNT.id}.plans`;

test("E17: an answer that was lost with the page: after the reload the purchase is told, and another one is a choice of its own", async () => {
  sessionStorage.setItem(KEPT, JSON.stringify({ before: "pur_0", isSent: true }));
  await renderApp("/plans?buy=1", shop({ purchases: connectionOf([PAID]), purchase: PAID }));
  expect(await screen.findByText("Bought: Single incident")).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Bought: Single incident"));
  expect(screen.queryByRole("button", { name: /^Buy for/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Buy another" }));
  expect(await screen.findByRole("button", { name: "Buy for €499.00" })).toBeTruthy();
});

/** A shop that keeps what it sold, one purchase per key, as the server does. */
const honestShop = (more: object = {}) => {
  const sold: { key: string; id: string }[] = [];
  const shown = () => sold.map(({ id }) => ({ ...PAID, id })).toReversed();
  const world = shop({
    purchases: (args: { first?: number }) => connectionOf(shown())(args),
    purchaseIncident: ({ input }: { input: { idempotencyKey: string } }) => {
      if (!sold.some(({ key }) => key === input.idempotencyKey))
        sold.push({ key: input.idempotencyKey, id: `pur_${sold.length + 1}` });
      return { purchase: shown()[0], plan: { __typename: "SupportPlan", id: "pln_core" }, userErrors: [] };
    },
    ...more,
  });
  return { sold, world };
};

test("E17, R79: after the answer a second press buys nothing: the outcome stands there with the focus, the form is gone; another is agreed to anew", async () => {
  const { sold, world } = honestShop();
  await renderApp("/plans?buy=1", world);
  await userEvent.click(await screen.findByRole("checkbox", { name: /I agree to be charged/ }));
  const button = screen.getByRole("button", { name: "Buy for €499.00" });
  await userEvent.dblClick(button);
  const outcome = await screen.findByText("Bought: Single incident");
  button.click();
  expect(outcome.closest("[role=status]")).toBe(document.activeElement);
  expect(screen.getByText(/€499.00 was charged to the card ending in 4242/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "See the receipt" }).getAttribute("href")).toBe("/receipts/pur_1");
  expect(screen.queryByRole("checkbox", { name: /I agree/ })).toBeNull();
  expect(sold).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Buy another" }));
  expect((await screen.findByRole<HTMLInputElement>("checkbox", { name: /I agree/ })).checked).toBe(false);
  await agreeAndBuy();
  await waitFor(() => expect(sold.map(({ key }) => key)).toEqual(["plans.first", "plans.pur_1"]));
});

test("E17: what another tab has bought meanwhile is told here, and this tab's form goes under the same key", async () => {
  const { sold, world } = honestShop();
  await renderApp("/plans?buy=1", world);
  await screen.findByRole("button", { name: "Buy for €499.00" });
  const other = new BroadcastChannel(`accord.buying.${ACCOUNT.id}`);
  other.postMessage("running");
  expect(await screen.findByText("A purchase of yours is on its way in another tab")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Buy for €499.00" })).toHaveProperty("disabled", true);
  sold.push({ key: "plans.first", id: "pur_1" });
  other.postMessage("ended");
  expect(await screen.findByText("Bought: Single incident")).toBeTruthy();
  other.close();
});

test("R75, F27: what is held already stands before the offers", async () => {
  await renderApp("/plans?buy=1", shop());
  const held = await screen.findByText("You already hold incidents that you have not used");
  const offers = screen.getByRole("radio", { name: /Single incident/ });
  expect(held.compareDocumentPosition(offers) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test.each(["/plans?buy=1&cardSetup=csu_1", "/payment-methods?cardSetup=csu_1"])(
  "F25: at %s the card kept meanwhile is in the list, though the list was asked for at once",
  async (address) => {
    let cards = [OLD_CARD];
    const completeCardSetup = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      cards = [CARD, OLD_CARD];
      return { paymentMethod: CARD, isPending: false, userErrors: [] };
    };
    const slowList = async () => {
      const before = cards;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return before;
    };
    await renderApp(address, shop({ completeCardSetup, paymentMethods: slowList }));
    await screen.findByRole("button", { name: "Add a card" });
    expect(await screen.findByText(/4242/, { selector: "main li *, main label *" })).toBeTruthy();
  },
);

test("E18: a declined card says why; the form stays for another one", async () => {
  const declined = { declineMessage: "The card has not enough money." };
  let bought: object[] = [];
  await renderApp(
    "/plans?buy=1",
    shop({
      purchases: (args: { first?: number }) => connectionOf(bought)(args),
      purchaseIncident: () => {
        bought = [purchase("DECLINED", declined)];
        const refusal = {
          __typename: "PaymentDeclinedError",
          code: "PAYMENT_DECLINED",
          message: "Declined.",
          remedy: "Try another card.",
          path: null,
        };
        return { purchase: bought[0], plan: null, userErrors: [refusal] };
      },
    }),
  );
  await agreeAndBuy();
  expect(await screen.findByText("The card has not enough money.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Buy for €499.00" })).toBeTruthy();
});

test("E17: what is being confirmed takes the form away, so that nobody pays twice, and shows the plan once it is known", async () => {
  let state = purchase("UNKNOWN");
  await renderApp(
    "/plans?buy=1",
    shop({
      purchases: connectionOf([state]),
      purchase: () => state,
      refreshPurchase: () => ({ purchase: state, userErrors: [] }),
    }),
  );
  expect(await screen.findByText("Your payment is being confirmed")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Buy for/ })).toBeNull();
  state = PAID;
  await waitFor(() => expect(screen.queryByText("Your payment is being confirmed")).toBeNull(), { timeout: 8000 });
});

test("R35, R51, R72: a work account is told why it cannot buy, and whereto", async () => {
  await renderApp("/plans", shop({ viewer: VIEWER }));
  expect(await screen.findByText("Incidents are bought with a personal account")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Sign in with a personal account" }).getAttribute("href")).toContain(
    "kind=personal",
  );
  expect(screen.getByRole("link", { name: "Why a work account cannot buy" }).getAttribute("href")).toBe(
    "/help/portal-no-purchase-with-work-account",
  );
});

test("F28, R78: the receipt shows number, buyer, tax and signature; Romanian writes amounts its own way", async () => {
  await renderApp("/receipts/pur_1", shop({ purchase: PAID }), "ro");
  expect(await screen.findByRole("heading", { name: "Chitanța ACC-2026-000007" })).toBeTruthy();
  expect(screen.getByText("RO123", { exact: false })).toBeTruthy();
  expect(screen.getAllByText("499,00 EUR").length).toBe(2);
  expect(screen.getByText("c2lnbmVk")).toBeTruthy();
});

test("F25: a card is made the usual one, and removed after a question", async () => {
  const second = { ...CARD, id: "pmt_2", last4: "4444", brand: "mastercard", isDefault: false };
  const { calls } = await renderApp(
    "/payment-methods",
    shop({
      paymentMethods: [CARD, second],
      updateDefaultPaymentMethod: () => ({ paymentMethods: [second, CARD], userErrors: [] }),
      removePaymentMethod: () => ({ paymentMethods: [CARD], userErrors: [] }),
    }),
  );
  await userEvent.click(await screen.findByRole("button", { name: "Use Mastercard ending in 4444 by default" }));
  await userEvent.click(screen.getByRole("button", { name: "Remove Mastercard ending in 4444" }));
  expect(await screen.findByText("Remove this card?")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Remove", hidden: true }));
  await waitFor(() => expect(calls.map(({ name }) => name)).toContain("RemovePaymentMethod"));
  expect(calls.map(({ name }) => name)).toContain("SetDefaultPaymentMethod");
});
