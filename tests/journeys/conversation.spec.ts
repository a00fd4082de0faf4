/** The days after a request was opened: contacts write to each other and to support, bring somebody in, close, withdraw, rate. */
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type JourneyLanguage, Person } from "./person.js";

/** Another person in a browser of their own. */
const another = async (browser: Browser, baseURL: string | undefined, language: JourneyLanguage = "en") => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  return { person: new Person(page, language), page };
};

const openRequest = async (page: Page, title: string): Promise<void> => {
  await page.getByText(title).first().click();
  await expect(page).toHaveURL(/\/requests\/req_/);
};

const write = async (person: Person, text: string): Promise<void> => {
  await person.page.locator("#reply").fill(text);
  await person.button("conversation.send").click();
};

test("R90, R91, F42, F76, I-6, I-7, browser en: what a contact writes appears at another without a reload, as safe text, and is corrected", async ({
  page,
  browser,
  baseURL,
}) => {
  const radu = new Person(page);
  await radu.signIn("u-radu", "/requests");
  await openRequest(page, "Baze de date de cutii poștale în dirty shutdown");
  await expect(page.locator("#reply")).toBeVisible();
  const { person: elena, page: elenas } = await another(browser, baseURL, "ro");
  await elena.signIn("u-elena", new URL(page.url()).pathname);
  await expect(elenas.locator("#reply")).toBeVisible();
  const mark = `log-${Date.now()}`;
  await write(radu, `**Here** is \`${mark}\`: <img src=x onerror=alert(1)> \u202Etxt.exe [a](javascript:alert(1))`);
  const arrived = elenas.getByRole("article").filter({ hasText: mark });
  await expect(arrived).toBeVisible();
  await expect(arrived).toContainText("<img src=x onerror=alert(1)> ⟦U+202E⟧txt.exe a");
  await expect(arrived.locator("strong", { hasText: "Here" })).toBeVisible();
  await expect(arrived.locator("img, a[href^='javascript']")).toHaveCount(0);
  // It is Radu's: he may correct it, Elena may not.
  await expect(arrived.getByRole("button")).toHaveCount(0);
  const own = page.getByRole("article").filter({ hasText: mark });
  await own.getByRole("button", { name: radu.words("conversation.edit") }).click();
  await page.getByLabel(radu.words("conversation.edit.label")).fill(`The corrected ${mark}`);
  await radu.button("ui.save").click();
  await expect(page.getByText(`The corrected ${mark}`)).toBeVisible();
  await expect(own.getByText(radu.words("conversation.edited"), { exact: true })).toBeVisible();
  await radu.expectGoodPage();
  await elena.expectGoodPage();
});

test("R70, F68, browser en: the promised first answer explains itself", async ({ page }) => {
  const sam = new Person(page);
  await sam.signIn("u-sam", "/requests");
  await openRequest(page, "Nightly report ten times slower");
  await page.getByText(sam.words("conversation.due.why")).click();
  await expect(page.getByText(sam.words("conversation.interval.COUNTED")).first()).toBeVisible();
  await sam.expectGoodPage();
});

test("F49, F51, E22: a request that nobody took is withdrawn and its incident comes back; one in work asks for a severity, is closed and rated, and reopened", async ({
  page,
  browser,
  baseURL,
}) => {
  const sam = new Person(page);
  await sam.signIn("u-sam", "/requests");
  await openRequest(page, "Log full, application stopped");
  await sam.button("conversation.more").click();
  await sam.button("conversation.withdraw").click();
  const asked = page.locator("dialog[open]");
  await expect(asked).toContainText("comes back to");
  await asked.getByRole("button", { name: sam.words("conversation.withdraw") }).click();
  await expect(page.getByText(sam.words("conversation.closed"))).toBeVisible();
  await expect(page.getByText(sam.words("conversation.event.INCIDENT_REFUNDED"))).toBeVisible();
  await sam.expectGoodPage();

  const { person: yuki, page: yukis } = await another(browser, baseURL);
  await yuki.signIn("u-yuki", "/requests");
  await openRequest(yukis, "Full crawl stops at 60 percent");
  await yuki.button("conversation.more").click();
  await yuki.button("conversation.severity").click();
  const severity = yukis.locator("dialog[open]");
  await severity.getByRole("radio", { name: /A · Critical/ }).check();
  await severity.getByRole("textbox").fill("Nobody finds anything any more.");
  await severity.getByRole("button", { name: yuki.words("conversation.severity.send"), exact: true }).click();
  await expect(yuki.page.getByText("Nobody finds anything any more.").first()).toBeVisible();
  await yuki.button("conversation.close").click();
  const closing = yukis.locator("dialog[open]");
  await closing.getByRole("radio", { name: yuki.words("conversation.rating.4"), exact: true }).check();
  await closing.getByRole("button", { name: yuki.words("conversation.close") }).click();
  await expect(yukis.getByText(yuki.words("conversation.closed"))).toBeVisible();
  await expect(yuki.heading("conversation.rating.given")).toBeVisible();
  await yuki.expectGoodPage();
  await yuki.button("conversation.reopen").click();
  const reopening = yukis.locator("dialog[open]");
  await reopening.getByRole("textbox").fill("It stopped again.");
  await reopening.getByRole("button", { name: yuki.words("conversation.reopen") }).click();
  await expect(yukis.locator("#reply")).toBeVisible();
  await expect(yukis.getByText("It stopped again.")).toBeVisible();
});

test("R82, R83, R88, R93, R94, F43, browser en: a colleague without an account gets a one-time link, signs in for the first time and sees the request; a stranger who claims the same address unproven does not; the link works once", async ({
  page,
  browser,
  baseURL,
}) => {
  const jonas = new Person(page);
  await jonas.signIn("u-ana", "/requests");
  await openRequest(page, "PIN-ul nu este disponibil după înlocuirea plăcii de bază");
  await page.getByRole("link", { name: /^Contacts \(/ }).click();
  const email = `nora.${Date.now()}@carpatia.example`;
  await page.getByText(/^Name, phone and contact method/).click();
  await page.getByLabel(jonas.words("requests.contact.givenName")).fill("Nora");
  await page.getByLabel(jonas.words("requests.contact.familyName")).fill("Filip");
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(email);
  await page.getByLabel(jonas.words("contacts.sendInvitation")).uncheck();
  await jonas.button("requests.add.button").click();
  const field = page.getByRole("textbox", { name: /^One-time link/ });
  await expect(field).toBeVisible();
  const link = new URL(await field.inputValue()).pathname;
  await jonas.expectGoodPage();

  // Somebody else who claims her address unproven, from outside her company, finds nothing: before she comes and after.
  const { person: stranger, page: strangers } = await another(browser, baseURL);
  const claim = { givenName: "Nora", familyName: "Filip", email, isEmailProven: false };
  const address = new URL(page.url()).pathname;
  await stranger.signInAsNew({ ...claim, kind: "personal" }, address);
  await stranger.completeProfile();
  const expectNothing = async (): Promise<void> => {
    await strangers.goto(address);
    await expect(strangers.getByText(stranger.words("requests.gone.colleague"))).toBeVisible();
    await strangers.goto("/requests");
    await expect(strangers.getByText(stranger.words("requests.none.open"))).toBeVisible();
    await expect(strangers.getByText("PIN-ul nu este disponibil")).toHaveCount(0);
  };
  await expectNothing();

  const { person: nora, page: noras } = await another(browser, baseURL, "ro");
  // An address that the sign-in does not prove: without the link she would see nothing.
  await nora.signInAsNew({ ...claim, kind: "work" }, link);
  await nora.completeProfile();
  await expect(noras).toHaveURL(new RegExp(link));
  await nora.expectGoodPage();
  await nora.button("invitations.open").click();
  await expect(noras.getByRole("heading", { level: 1, name: /PIN-ul nu este disponibil/ })).toBeVisible();
  await expect(page.getByText(/used the one-time link/)).toBeVisible();
  await expectNothing();

  await page.goto(link);
  await jonas.button("invitations.open").click();
  await expect(page.getByRole("alert").first()).toContainText("This link was used before");
  await jonas.expectGoodPage();
});

test("R84, R88, R95, F46, browser en: who knows the number asks for access, learns nothing, and is let in by a contact", async ({
  page,
  browser,
  baseURL,
}) => {
  const mihai = new Person(page);
  await mihai.signIn("u-mihai", "/ask-access");
  const answers: string[] = [];
  for (const number of ["2611 2100 1000 0388", "9999 9999 9999 9999"]) {
    await page.getByRole("textbox").fill(number);
    await mihai.button("invitations.ask.button").click();
    const answer = page.getByRole("status").filter({ hasText: number.replaceAll(" ", "") });
    await expect(answer).toBeVisible();
    answers.push((await answer.innerText()).replace(number.replaceAll(" ", ""), "NUMBER"));
  }
  expect(answers[0]).toBe(answers[1]);
  await mihai.expectGoodPage();

  const { person: radu, page: radus } = await another(browser, baseURL);
  await radu.signIn("u-radu", "/requests");
  await openRequest(radus, "Baze de date de cutii poștale în dirty shutdown");
  await radus.getByRole("link", { name: /^Contacts \(/ }).click();
  await radus.getByRole("button", { name: "Let Mihai Popa in as an additional contact" }).click();
  await expect(radus.getByRole("listitem").filter({ hasText: "mihai.popa@carpatia.example" })).toContainText(
    radu.words("contacts.access.HAS_ACCESS"),
  );
  await radu.expectGoodPage();
  await page.goto("/requests");
  await openRequest(page, "Baze de date de cutii poștale în dirty shutdown");
  await expect(page.locator("#reply")).toBeVisible();
});

test("F71, F72: the bell tells of news and leads there; what also comes by mail is chosen", async ({
  page,
  browser,
  baseURL,
}) => {
  const mihai = new Person(page);
  await mihai.signIn("u-mihai", "/notices");
  await expect(mihai.heading("notices.mail")).toBeVisible();
  const closed = page.getByRole("checkbox", { name: mihai.words("notices.kind.CLOSED") });
  await closed.uncheck();
  await expect(closed).not.toBeChecked();
  const { person: ana, page: anas } = await another(browser, baseURL);
  await ana.signIn("u-ana", "/requests");
  await openRequest(anas, "Actualizarea layoutului offline eșuează");
  const mark = `note-${Date.now()}`;
  await write(ana, `Here you are: ${mark}`);
  await expect(anas.getByText(mark)).toBeVisible();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: mihai.words("notices.kind.REPLY") })
      .first(),
  ).toBeVisible({
    timeout: 20_000,
  });
  await mihai.expectGoodPage();
  await page.getByRole("button", { name: /^Notices, \d+ unread/ }).click();
  await page
    .getByRole("link", { name: new RegExp(mihai.words("notices.kind.REPLY")) })
    .first()
    .click();
  await expect(page.getByText(mark)).toBeVisible();
});
