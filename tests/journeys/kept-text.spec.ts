/** What is typed outlives every way in which a page is drawn anew: news from the other side, a tab, a route, a reload; it goes once it is sent, and with the sign-out (K12). */
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./person.js";

const TITLE = "Full crawl stops at 60 percent";

const openRequest = async (page: Page): Promise<void> => {
  await page.getByText(TITLE).first().click();
  await expect(page).toHaveURL(/\/requests\/req_/);
  await expect(page.locator("#reply")).toBeVisible();
};
const keptIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("accord.kept.")));

test("K12: a message that is being written stays while news arrives, a tab is changed, the page is left and loaded again; sent, it is gone", async ({
  page,
  browser,
  baseURL,
}) => {
  const yuki = new Person(page);
  await yuki.signIn("u-yuki", "/requests");
  await openRequest(page);
  const address = new URL(page.url()).pathname;
  const context = await browser.newContext({ baseURL });
  const other = new Person(await context.newPage());
  await other.signIn("u-yuki", address);
  const field = page.locator("#reply");
  const mark = `mark-${crypto.randomUUID()}`;

  // The other window writes while this one types: its words come in, and not a letter is lost.
  await field.focus();
  const typed = `First line ${mark},\nsecond line, as long as it takes`;
  const typing = field.pressSequentially(typed, { delay: 30 });
  for (const words of ["One", "Two"]) {
    await other.page.locator("#reply").fill(`${words} ${mark}`);
    await other.button("conversation.send").click();
    await expect(page.getByRole("article").filter({ hasText: `${words} ${mark}` })).toBeVisible();
  }
  await typing;
  await expect(field).toHaveValue(typed);
  await expect(field).toBeFocused();

  await page.locator('a[href*="tab=attachments"]').click();
  await expect(field).toHaveCount(0);
  await page.goBack();
  await expect(field).toHaveValue(typed);
  await page.goto("/plans");
  await page.goBack();
  await expect(field).toHaveValue(typed);
  await page.reload();
  await expect(field).toHaveValue(typed);
  // The other window is another tab: it begins with an empty field.
  await other.page.reload();
  await expect(other.page.locator("#reply")).toHaveValue("");

  // A dialog that Escape closes by chance keeps its words; Cancel gives them up.
  await yuki.button("conversation.more").click();
  await yuki.button("conversation.severity").click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByRole("textbox").fill("Nobody finds anything");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  for (const words of ["Nobody finds anything", ""]) {
    await yuki.button("conversation.more").click();
    await yuki.button("conversation.severity").click();
    await expect(dialog.getByRole("textbox")).toHaveValue(words);
    await dialog.getByRole("button", { name: yuki.words("ui.cancel") }).click();
  }

  await yuki.button("conversation.send").click();
  await expect(page.getByRole("article").filter({ hasText: `First line ${mark}` })).toBeVisible();
  await expect(field).toHaveValue("");
  expect(await keptIn(page)).toEqual([]);
  await context.close();
});

test("K12: a question about no product that was begun is given up on purpose, or with the sign-out", async ({
  page,
}) => {
  const sam = new Person(page);
  await sam.signIn("u-sam", "/ask/receipt-or-bill");
  const field = page.getByRole("textbox", { name: sam.words("questions.form.description") });
  await field.fill("The receipt names me.");
  await page.reload();
  await expect(field).toHaveValue("The receipt names me.");
  await sam.expectGoodPage();
  await sam.button("ui.dropTyped").click();
  await page
    .locator("dialog[open]")
    .getByRole("button", { name: sam.words("ui.dropTyped.verb") })
    .click();
  await expect(field).toHaveValue("");
  await expect(page.getByRole("textbox", { name: sam.words("questions.form.title") })).toBeFocused();
  expect(await keptIn(page)).toEqual([]);
  await field.fill("Somebody else reads this.");
  await expect.poll(() => keptIn(page)).toHaveLength(1);
  await page.getByRole("button", { name: /open the account menu$/ }).click();
  await sam.button("shell.signOut").click();
  await expect(page).toHaveURL(/sign-in/);
  // The router writes where the page was scrolled to as it is left.
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("accord.")))).toEqual([]);
});
