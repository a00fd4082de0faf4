/** A working day at the desk: new work is taken, answered, its severity settled, its incident given back, its contacts put right, and handed on. */
import { type Browser, expect, type Page, test } from "@playwright/test";
import { addAgreement, ask } from "./ask.js";
import { Person } from "./person.js";

const at = async (browser: Browser, baseURL: string | undefined, personaId: string, language: "en" | "ro" = "en") => {
  const context = await browser.newContext({ baseURL });
  const person = new Person(await context.newPage(), language);
  await person.signIn(personaId, "/queue");
  return person;
};

const CREATE =
  "mutation ($input: CreateRequestInput!) { createRequest(input: $input) { confirmation { requestId } userErrors { code message } } }";
const SEVERITY =
  "mutation ($input: CreateSeverityAskInput!) { createSeverityAsk(input: $input) { userErrors { code } } }";

/** Somebody new with a plan and a request that nobody has taken. */
const newcomer = async (
  page: Page,
  title: string,
  language: "en" | "ro" = "en",
): Promise<{ person: Person; requestId: string }> => {
  const person = new Person(page, language);
  const email = `maria.${Date.now()}@carpatia.example`;
  await person.signInAsNew({ givenName: "Maria", familyName: "Enescu", email, kind: "work" }, "/plans");
  await person.completeProfile();
  const planId = await addAgreement(page);
  const self = { givenName: "Maria", familyName: "Enescu", email, isSelf: true };
  const colleague = { givenName: "Dan", familyName: "Filip", email: `dan.${Date.now()}@carpatia.example` };
  const input = {
    ...{ productVersionId: "windows-server-2025", categoryId: "active-directory", problemId: "account-lockouts" },
    ...{ title, description: "Since Monday, on all domain controllers.", planId },
    ...{ severity: "MODERATE", country: "RO", timeZone: "Europe/Bucharest" },
    ...{ primaryContact: self, additionalContacts: [colleague], idempotencyKey: title },
  };
  const { createRequest } = await ask<{ createRequest: { confirmation: { requestId: string } } }>(page, CREATE, {
    input,
  });
  return { person, requestId: createRequest.confirmation.requestId };
};

/** Opens the articles by keyboard, finds some by words or takes what fits, chooses the best one with the arrow keys; answers its title. */
const linkArticle = async (engineer: Person, words = ""): Promise<string> => {
  const { page } = engineer;
  const field = page.locator("#reply");
  const choices = page.locator('div:has(input[type="search"]) > button:has(span[lang])');
  const before = await field.inputValue();
  await engineer.button("pane.articles").press("Enter");
  const search = page.getByRole("searchbox", { name: engineer.words("articles.search") });
  await expect(search).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(search).toBeFocused();
  const answered =
    words === "" ? null : page.waitForResponse((one) => one.request().postData()?.includes(words) ?? false);
  await page.keyboard.type(words);
  await answered;
  await expect(choices.first()).toBeVisible();
  await engineer.expectGoodPage();
  await page.keyboard.press("ArrowDown");
  await expect(choices.first()).toBeFocused();
  const title = await choices.locator("[lang]").first().innerText();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(`\\]\\(${new URL(page.url()).origin}/help/[a-z0-9-]+\\)$`));
  expect((await field.inputValue()).startsWith(before)).toBe(true);
  await expect(search).toHaveCount(0);
  return title;
};

test("R97, R98, F49, F52, F53, F54, F62, E10, E22, browser en: an engineer takes new work, answers with a kept reply and an article that fits, settles the severity, gives the incident back, changes the primary contact and hands over; the next one finds the note", async ({
  page,
  browser,
  baseURL,
}) => {
  const title = `Accounts are locked ${Date.now()}`;
  const { person: maria, requestId } = await newcomer(page, title);
  const petra = await at(browser, baseURL, "u-novak");
  const desk = petra.page;
  await desk.goto("/queue");
  await desk.locator("[data-queue-row]", { hasText: title }).click();
  await petra.expectGoodPage();
  await petra.button("workspace.take").click();
  await expect(desk.locator("#reply")).toBeVisible();

  await petra.button("pane.replies").click();
  await desk.getByRole("button", { name: /^Ask for logs/ }).click();
  await expect(desk.locator("#reply")).toHaveValue(/Maria/);
  const article = await linkArticle(petra);
  await petra.button("conversation.send").click();
  await page.goto(`/requests/${requestId}`);
  const answered = page.getByRole("article").filter({ hasText: "Petra Novak" });
  await expect(answered).toContainText("Maria");
  await expect(answered.getByRole("link", { name: article })).toHaveAttribute("href", /\/help\/[a-z0-9-]+$/);

  const reason = "Nobody can sign in any more.";
  await ask(page, SEVERITY, { input: { requestId, severity: "CRITICAL", reason } });
  await desk.getByRole("button", { name: "Set A · Critical" }).click();
  const severity = desk.locator("dialog[open]");
  await severity.getByRole("textbox").fill("Everybody is locked out.");
  await severity.getByRole("button", { name: petra.words("desk.severity.set") }).click();
  await expect(page.getByText("Everybody is locked out.")).toBeVisible();

  await petra.button("desk.refund").click();
  const refund = desk.locator("dialog[open]");
  await refund.getByRole("radio", { name: petra.words("requests.closedReason.PRODUCT_DEFECT") }).check();
  await refund.getByRole("button", { name: petra.words("desk.refund.verb") }).click();
  await expect(desk.getByText("4 of 4 incidents left")).toBeVisible();
  await expect(petra.button("desk.refund")).toHaveCount(0);

  await desk.locator('a[href*="tab=contacts"]').click();
  await desk.getByRole("button", { name: `${petra.words("requests.removeContact")} Maria Enescu` }).click();
  const removal = desk.locator("dialog[open]");
  await removal.getByRole("combobox").selectOption({ index: 1 });
  await removal.getByRole("button", { name: petra.words("requests.removeContact") }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: "Dan Filip" })).toContainText(
    petra.words("requests.role.PRIMARY"),
  );
  await page.reload();
  await expect(maria.heading("requests.gone")).toBeVisible();

  await petra.button("pane.handOver").click();
  const giving = desk.locator("dialog[open]");
  await giving.getByRole("combobox").selectOption({ label: "Tiago Silva" });
  await giving.getByRole("textbox").fill("The policy came back with the last update.");
  await giving.getByRole("button", { name: petra.words("pane.handOver.verb") }).click();
  await expect(petra.button("pane.handOver")).toHaveCount(0);

  const tiago = await at(browser, baseURL, "u-silva", "ro");
  await tiago.page.goto(`/requests/${requestId}`);
  await expect(tiago.page).toHaveURL(/\/queue\/req_/);
  await expect(tiago.page.getByText("The policy came back with the last update.")).toBeVisible();
  await tiago.expectGoodPage();

  const ioana = await at(browser, baseURL, "u-lead");
  await ioana.page.goto(`/queue/${requestId}?view=all`);
  await ioana.button("pane.reassign").click();
  const reassigning = ioana.page.locator("dialog[open]");
  await reassigning.getByRole("combobox").selectOption({ label: "Petra Novak" });
  await reassigning.getByRole("button", { name: ioana.words("pane.reassign.verb") }).click();
  await expect(petra.button("pane.handOver")).toBeVisible();
});

test("F62, browser ro: an engineer finds an article by words, and the customer reads its title and follows its link in their own language", async ({
  page,
  browser,
  baseURL,
}) => {
  const { requestId } = await newcomer(page, `Conturile sunt blocate ${Date.now()}`, "ro");
  const petra = await at(browser, baseURL, "u-novak", "ro");
  await petra.page.goto(`/queue/${requestId}?view=all`);
  await petra.button("workspace.take").click();
  await expect(petra.page.locator("#reply")).toBeVisible();
  const article = await linkArticle(petra, "cvorum");
  await petra.button("conversation.send").click();
  await page.goto(`/requests/${requestId}`);
  const link = page.getByRole("article").filter({ hasText: "Petra Novak" }).getByRole("link", { name: article });
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 1, name: article })).toBeVisible();
});
