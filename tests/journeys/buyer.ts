/** Somebody who buys an incident in step 2: at our pages, at the provider's own and at the bank's. */
import { expect, type Page } from "@playwright/test";
import { ask } from "./ask.js";
import type { Person } from "./person.js";

const PURCHASES = "{ purchases(first: 20) { nodes { state packSize } } }";
interface Bought {
  readonly state: string;
  readonly packSize: number;
}

/** Signs somebody new with a personal account in, up to step 2 of a request for a version that incidents cover. */
export const reachPlans = async (person: Person, name: string): Promise<void> => {
  await person.signInAsNew(
    { givenName: "Elena", familyName: "Dobre", email: `${name}.${Date.now()}@mail.example`, kind: "personal" },
    "/requests/new",
  );
  await person.completeProfile();
  await describe(person);
};

/** Step 1, and Next. */
export const describe = async (person: Person): Promise<void> => {
  await person.describeProblem("server 2025", "Windows Server 2025", "Accounts are locked every morning");
  await person.next();
  await expect(person.heading("buy.title")).toBeVisible();
};

/** Enters the sandbox's card with these last four digits, at the provider's own page. */
export const enterCard = async (person: Person, last4: string): Promise<void> => {
  const { page } = person;
  const portal = new URL(page.url()).origin;
  await person.button("purchases.cards.add").click();
  await page.waitForURL((url) => url.origin !== portal);
  await page.getByRole("button", { name: new RegExp(` ${last4},`) }).click();
  await page.waitForURL((url) => url.origin === portal && !url.searchParams.has("cardSetup"));
};

/** Agrees and presses Buy. */
export const agreeAndBuy = async (person: Person): Promise<void> => {
  await person.page.getByRole("checkbox", { name: person.pattern("buy.consent") }).check();
  await buyButton(person).click();
};

export const buyButton = (person: Person) => person.page.getByRole("button", { name: person.pattern("buy.button") });

/** Steps 2 to 6 once a plan is chosen. */
export const submitRequest = async (person: Person): Promise<void> => {
  await person.chooseSeverity();
  await person.goToReview();
  await person.submit();
};

/** What this account was charged for, as its purchases tell it. */
export const purchasesOf = async (page: Page): Promise<readonly Bought[]> => {
  const { purchases } = await ask<{ purchases: { nodes: readonly Bought[] } }>(page, PURCHASES);
  return purchases.nodes;
};
