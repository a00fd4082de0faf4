/** Buying an incident inside the flow, with the sandbox's provider and its bank (R34, R35, R72, R73, R76–R79, E17–E20, F24–F28). */
import { expect, type Route, test } from "@playwright/test";
import { agreeAndBuy, buyButton, describe, enterCard, purchasesOf, reachPlans, submitRequest } from "./buyer.js";
import { Person } from "./person.js";

const ADVICE = {
  en: "You used no incident in the last 12 months.",
  ro: "Nu ați folosit niciun incident în ultimele 12 luni.",
} as const;

for (const language of ["en", "ro"] as const)
  test(`${language} › R23, R34, R75–R79, F24, F25, F28: who has no agreement buys an incident in step 2, goes on with it, and keeps the receipt`, async ({
    page,
  }) => {
    const person = new Person(page, language);
    await reachPlans(person, `single.${language}`);
    await person.expectGoodPage();
    // R75: by one's own use.
    await expect(page.getByText(ADVICE[language])).toBeVisible();
    await enterCard(person, "4242");
    await expect(page.getByRole("radio", { name: /4242/ })).toBeChecked();
    await person.expectGoodPage();
    // R79: no consent, no charge.
    await buyButton(person).click();
    await expect(page.getByText(person.words("buy.consent.missing"))).toBeVisible();
    await page.getByRole("checkbox", { name: person.pattern("buy.consent") }).check();
    const place = await buyButton(person).boundingBox();
    await buyButton(person).dblclick();
    // K7: what came of it stands there with the focus; the form and its consent are gone, wherever one presses again.
    const outcome = page.getByRole("status").filter({ hasText: person.pattern("buy.bought") });
    await expect(outcome).toBeFocused();
    await expect(buyButton(person)).toHaveCount(0);
    await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 10);
    // F24: it is chosen at once.
    await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
    await person.expectGoodPage();
    // Another is asked for on purpose: below what is held already, and agreed to anew.
    await person.button("buy.another").click();
    await expect(page.getByText(person.words("buy.held.version"))).toBeVisible();
    await expect(page.getByRole("checkbox", { name: person.pattern("buy.consent") })).not.toBeChecked();
    await buyButton(person).click();
    await expect(page.getByText(person.words("buy.consent.missing"))).toBeVisible();
    await submitRequest(person);
    expect(await purchasesOf(page)).toEqual([{ state: "SUCCEEDED", packSize: 1 }]);

    await page.goto("/purchases");
    await person.expectGoodPage();
    await page.locator('a[href^="/receipts/"]').click();
    await expect(person.heading("purchases.receipt.title")).toBeVisible();
    await expect(page.getByText("ACC-2026-").first()).toBeVisible();
    await person.expectGoodPage();
    await page.goto("/payment-methods");
    await expect(page.getByText(/4242/)).toBeVisible();
    await person.expectGoodPage();
    await page.goto("/help/purchase-terms");
    await person.expectGoodPage();
  });

test("E18, F24: the bank asks its customer first; the answer leads back to the request with the incident chosen", async ({
  page,
}) => {
  const person = new Person(page);
  await reachPlans(person, "challenge");
  await enterCard(person, "3155");
  const portal = new URL(page.url()).origin;
  await agreeAndBuy(person);
  await page.waitForURL((url) => url.origin !== portal);
  await page.locator('button[name="answer"][value="approve"]').click();
  await page.waitForURL(/\/purchases\/pur_/);
  await expect(page.getByText("Your incident is ready")).toBeVisible();
  await person.expectGoodPage();
  await person.link("purchases.goOn").click();
  await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await submitRequest(person);
  expect(await purchasesOf(page)).toEqual([{ state: "SUCCEEDED", packSize: 1 }]);
});

test("E18: a card that is declined says why, charges nothing, and leaves the draft as it was; another card pays", async ({
  page,
}) => {
  const person = new Person(page);
  await reachPlans(person, "declined");
  await enterCard(person, "9995");
  await agreeAndBuy(person);
  await expect(page.getByText(person.words("purchases.told.declined.text")).first()).toBeVisible();
  await person.expectGoodPage();
  await expect(page.locator('input[type="radio"][name="plan"]')).toHaveCount(0);
  await page.reload();
  await page.getByText(person.words("newRequest.add.titleWithPurchase")).first().waitFor();
  expect(await purchasesOf(page)).toEqual([{ state: "DECLINED", packSize: 1 }]);
  await enterCard(person, "4242");
  await page.getByRole("radio", { name: /4242/ }).check();
  await agreeAndBuy(person);
  await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await submitRequest(person);
});

test("R35, R51, R72, R73, browser en: a work account is told why, goes on with a personal one, and keeps all that was typed", async ({
  page,
}) => {
  const person = new Person(page);
  const name = `mihai.${Date.now()}`;
  await person.signInAsNew(
    { givenName: "Mihai", familyName: "Stan", email: `${name}@carpatia.example`, kind: "work" },
    "/requests/new",
  );
  await person.completeProfile();
  await describe(person);
  await expect(page.getByText(person.words("buy.notThisAccount"))).toBeVisible();
  await expect(buyButton(person)).toHaveCount(0);
  await person.expectGoodPage();
  await person.button("newRequest.account.continue.personal").click();
  await person.fillNewPerson({
    givenName: "Mihai",
    familyName: "Stan",
    email: `${name}@mail.example`,
    kind: "personal",
  });
  await person.completeProfile();
  await expect(page.locator("#flow-title").or(person.heading("buy.title")).first()).toBeVisible();
  if (await page.locator("#flow-title").isVisible()) await person.next();
  await enterCard(person, "4242");
  await agreeAndBuy(person);
  await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await page.locator('input[name="severity"]').nth(1).check();
  await person.next();
  await page.getByRole("radio", { name: person.words("newRequest.primary.me") }).check();
  await person.next();
  // R73: the account left behind is proposed, and can be taken off.
  await expect(page.locator("#flow-additionalContacts-0-email")).toHaveValue(`${name}@carpatia.example`);
  await person.expectGoodPage();
});

test("E17, E20: a double click, two tabs and a lost answer are one charge", async ({ page, context }) => {
  const person = new Person(page);
  await reachPlans(person, "once");
  await enterCard(person, "4242");
  // The second tab shows the same, and is pressed after the first one has bought.
  const other = await context.newPage();
  const second = new Person(other);
  await other.goto(page.url());
  await expect(other.getByRole("radio", { name: /4242/ })).toBeChecked();
  await page.getByRole("checkbox", { name: person.pattern("buy.consent") }).check();
  const lost = ["BuyIncident", "LatestPurchases"];
  await page.route("**/graphql", async (route) => {
    const [name] = lost;
    if (name === undefined || !route.request().postData()?.includes(name)) return route.continue();
    lost.shift();
    // The server buys; its answer never arrives, nor that to the question what was bought.
    await route.fetch();
    await route.abort("connectionreset");
  });
  await buyButton(person).dblclick();
  await expect(page.getByRole("alert").first()).toBeFocused();
  // The other tab was told that one is on its way, and then what came of it.
  await expect(other.getByText(second.pattern("buy.bought"))).toBeVisible();
  await expect(buyButton(second)).toHaveCount(0);
  await expect(other.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await buyButton(person).click();
  await expect(page.getByText(person.pattern("buy.bought"))).toBeVisible();
  await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  expect(await purchasesOf(page)).toEqual([{ state: "SUCCEEDED", packSize: 1 }]);
});

test("E17, R34, F7, browser en: from My plans: the sign-in is asked anew first, then the answer is lost; what was typed stays, and after a reload the purchase is told", async ({
  page,
}) => {
  const person = new Person(page);
  const email = `plans.${Date.now()}@mail.example`;
  const elena = { givenName: "Elena", familyName: "Dobre", email, kind: "personal" } as const;
  await person.signInAsNew(elena, "/plans?buy=1");
  await person.completeProfile();
  await enterCard(person, "4242");
  await page.getByText(person.pattern("buy.billing")).click();
  await page.getByLabel(person.words("buy.billing.address")).fill("Strada Lungă 5, Brașov");
  const answers = [
    // A session signed in longer ago than a purchase allows.
    (route: Route) => route.fulfill({ json: { data: { purchaseIncident: REAUTHENTICATION } } }),
    // The server buys; its answer never arrives.
    async (route: Route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
  ];
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("BuyIncident") ? answers.shift()?.(route) : route.continue(),
  );
  await agreeAndBuy(person);
  await page.waitForURL(/\/idp\//);
  await person.fillNewPerson(elena);
  await page.waitForURL(/\/plans\?buy=1/);
  await expect(page.getByLabel(person.words("buy.billing.address"))).toHaveValue("Strada Lungă 5, Brașov");
  await agreeAndBuy(person);
  await expect(page.getByText(person.pattern("buy.bought"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(person.pattern("buy.bought"))).toBeVisible();
  await page.goto("/requests");
  await page.goBack();
  await expect(page.getByText(person.pattern("buy.bought"))).toBeVisible();
  await person.expectGoodPage();
  await expect(buyButton(person)).toHaveCount(0);
  expect(await purchasesOf(page)).toEqual([{ state: "SUCCEEDED", packSize: 1 }]);
});

/** The refusal as the schema gives it; this browser cannot wait until a real session is old enough. */
const REAUTHENTICATION = {
  __typename: "PurchaseIncidentPayload",
  purchase: null,
  plan: null,
  userErrors: [
    {
      __typename: "InputError",
      code: "REAUTHENTICATION_REQUIRED",
      message: "Sign in again.",
      remedy: "Sign in again.",
      path: null,
    },
  ],
};
