/** My plans and the reasons of step 2, as the demo personas meet them. */
import { expect, test } from "@playwright/test";
import { issueAgreement } from "./issue-agreement.js";
import { Person } from "./person.js";

const CLIENT_TOPIC = { category: "installation-and-upgrade", problem: "feature-update-fails" };

test("R65, R67, R16–R18, E11, browser en: add an agreement, read its statement, add it again, take it off", async ({
  page,
}) => {
  const person = new Person(page);
  const agreement = issueAgreement();
  await person.signInAsNew(
    { givenName: "Elena", familyName: "Dobre", email: `elena.${Date.now()}@mail.example`, kind: "personal" },
    "/plans",
  );
  await person.completeProfile();
  // Deep links survive sign-in and profile.
  await expect(page).toHaveURL(/\/plans$/);
  await person.expectGoodPage();
  await page.getByRole("textbox", { name: /^Access ID/ }).fill(agreement.accessId);
  await page.getByRole("textbox", { name: /^Agreement ID/ }).fill(agreement.agreementId);
  await person.button("plans.add.button").click();
  await expect(page.getByText(/4 of 4 incidents|4 incidents left/).first()).toBeVisible();
  await person.expectGoodPage();

  await page.getByRole("textbox", { name: /^Access ID/ }).fill(agreement.accessId);
  await page.getByRole("textbox", { name: /^Agreement ID/ }).fill(agreement.agreementId);
  await person.button("plans.add.button").click();
  await expect(page.getByText(/already registered/i).first()).toBeVisible();

  await page.locator('a[href^="/plans/pln_"]').first().click();
  await expect(person.heading("plans.statement")).toBeVisible();
  await expect(page.getByText(person.words("plans.ledger.GRANT")).first()).toBeVisible();
  await expect(page.getByText(person.words("plans.pair.show")).first()).toBeVisible();
  await person.expectGoodPage();
});

test("R36–R39, R41, R42, R66, browser en: every plan that cannot be used says every reason and what to do", async ({
  page,
}) => {
  const person = new Person(page);
  await person.startRequestAs("u-jonas");
  await person.describeProblem("visual studio 2026", "Visual Studio 2026", "The IDE stops", {
    category: "visual-studio-installation",
    problem: "installer-fails-or-stops",
  });
  await person.next();
  // Nothing is available: the panel opens by itself, with what can be done above the plans.
  await expect(page.getByRole("region", { name: person.words("newRequest.ways") })).toBeVisible();
  await expect(page.getByText(/^Ended on/).first()).toBeVisible();
  await expect(page.getByText("jonas.weber@nordwind.example").first()).toBeVisible();
  await person.expectGoodPage();
  for (const why of await page.getByText(person.words("newRequest.trace.why"), { exact: true }).all())
    await why.click();
  await expect(page.getByText(/Support plan has expired/).first()).toBeVisible();
  await expect(page.getByText(/Support plan has no units available/).first()).toBeVisible();
  await person.expectGoodPage();
});

test("R43–R45, browser en: for an old version each way is named once, and none of them is a newer version", async ({
  page,
}) => {
  const person = new Person(page);
  await person.startRequestAs("u-radu");
  await person.describeProblem("windows server 2019", "Windows Server 2019", "Accounts are locked");
  await person.next();
  const ways = page.getByRole("region", { name: person.words("newRequest.ways") });
  await expect(ways.getByRole("button", { name: person.words("newRequest.account.continue.personal") })).toHaveCount(1);
  await expect(page.getByText(/^Choose Windows Server/)).toHaveCount(0);
  // R45: what covers the cloud alone is no plan for this.
  await expect(page.getByText("Signature Cloud Support").first()).toBeVisible();
});

test("R43, E3, browser en: another edition of the release may have been meant; choosing it makes the plan available", async ({
  page,
}) => {
  const person = new Person(page);
  await person.startRequestAs("u-ana");
  await person.describeProblem("windows 11 24h2 home", "Windows 11, version 24H2", "It stops", CLIENT_TOPIC);
  await person.next();
  await page
    .getByRole("region", { name: person.words("newRequest.ways") })
    .getByRole("button", { name: /^Choose Windows 11.*24H2/ })
    .click();
  await expect(page.locator('input[type="radio"][name="plan"]').first()).toBeVisible();
  await person.expectGoodPage();
});

test("R8, R20, R25–R30, browser en: a product of another portal shows its card before anything is typed", async ({
  page,
}) => {
  const person = new Person(page);
  await person.startRequestAs("u-sam");
  await person.chooseVersion("azure virtual machines", "Azure Virtual Machines");
  await expect(
    page.locator('#flow-portal a[href="https://portal.azure.com"], a[href="https://portal.azure.com"]').first(),
  ).toBeVisible();
  await expect(page.locator("#flow-title")).toHaveCount(0);
  await person.expectGoodPage();
  await page.goto("/help/where-to-go");
  await expect(page.getByRole("columnheader")).toHaveCount(3);
  // R8: the same pair serves on-premises products, Azure and Dynamics.
  for (const family of [/Windows Server/, /Azure/, /Dynamics/])
    await expect(page.getByRole("row", { name: family }).first()).toContainText(
      person.words("help.pair.ALWAYS_FOR_AGREEMENTS"),
    );
  await person.expectGoodPage();
});

test("F81: the words of a link that looks like a button stand in its middle", async ({ page }) => {
  const radu = new Person(page);
  await radu.signIn("u-radu", "/plans");
  const link = radu.link("plans.statement").first();
  await expect(link).toBeVisible();
  const away = await link.evaluate((root) => {
    const middle = (element: Element): number => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    const label = root.querySelector(".mantine-Button-label");
    return label === null ? Number.POSITIVE_INFINITY : Math.abs(middle(root) - middle(label));
  });
  expect(away).toBeLessThanOrEqual(1);
});
