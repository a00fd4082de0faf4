/** From "What do you need help with?": whether a plan fits is known before anything is typed (R34, R36, R65, R76, F11, F24). */
import { expect, test } from "@playwright/test";
import { agreeAndBuy, enterCard, submitRequest } from "./buyer.js";
import { Person } from "./person.js";
import { VIEWS } from "./views.js";

const ask = async (person: Person, search: string, version: string): Promise<void> => {
  const { page } = person;
  await page.locator("#start-product").fill(search);
  await page
    .getByRole("option", { name: new RegExp(`^${version}`) })
    .first()
    .click();
};

for (const { language, width, options } of VIEWS)
  test.describe(`browser ${language}, ${width} px`, () => {
    test.use(options);

    test("R36, F11: somebody whose plans do not fit learns it before typing, and what helps", async ({ page }) => {
      const person = new Person(page, language);
      await person.signIn("u-radu", "/start");
      await person.expectGoodPage();
      await ask(person, "sql 2012", "SQL Server 2012");
      const said = page.getByRole("alert").filter({ hasText: "SQL Server 2012" });
      await expect(said).toBeVisible();
      await expect(said.getByRole("link").or(said.getByRole("button")).first()).toBeVisible();
      await person.expectGoodPage();
      await page.goto("/plans");
      await expect(page.locator("#plans-product")).toBeVisible();
      await person.expectGoodPage();
    });

    test("R34, R50, R76, F24: somebody without any plan gets from the product to a bought incident and a submitted request", async ({
      page,
    }) => {
      const person = new Person(page, language);
      await person.signInAsNew(
        {
          givenName: "Elena",
          familyName: "Dobre",
          email: `start.${language}.${Date.now()}@mail.example`,
          kind: "personal",
        },
        "/start",
      );
      await person.completeProfile();
      await expect(page.getByText(person.words("start.noPlan"))).toBeVisible();
      await person.expectGoodPage();
      // R50: an incident covers an old version, too.
      const offerFor = (version: string) =>
        page.getByRole("alert").filter({ hasText: version }).getByRole("link").filter({ hasText: /\d/ });
      await ask(person, "server 2019", "Windows Server 2019");
      await expect(offerFor("Windows Server 2019")).toBeVisible();
      await ask(person, "server 2025", "Windows Server 2025");
      await offerFor("Windows Server 2025").click();
      await expect(page.locator("#flow-buy")).toBeVisible();
      await expect(page.locator("#flow-productId")).toHaveValue("Windows Server 2025");
      await person.expectGoodPage();
      await enterCard(person, "4242");
      await expect(page.getByRole("radio", { name: /4242/ })).toBeChecked();
      await agreeAndBuy(person);
      await expect(page.getByRole("status").filter({ hasText: person.pattern("buy.bought") })).toBeFocused();
      await page.locator("#flow-categoryId").selectOption("active-directory");
      await page.locator("#flow-problemId").selectOption("account-lockouts");
      await page.locator("#flow-title").fill("Accounts are locked every morning");
      await page.locator("#flow-description").fill("Since Monday morning, on every domain controller.");
      await person.answerQuestions();
      await person.next();
      await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
      await submitRequest(person);
    });
  });
