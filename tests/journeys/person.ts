/** A person at a real browser: signs in, moves through the pages by the words on them, and looks at each page with axe. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { chosenCookie, speakAs } from "../../scripts/account-language.mjs";
import { findViolations } from "./axe-looks.js";

/** An address of the server that loads nothing. */
const LIGHT_PAGE = "/version";

export type JourneyLanguage = "en" | "ro";

const folder = new URL("../../apps/web/src/messages/", import.meta.url);
/** All sentences of the screens. */
export const catalogue = (language: JourneyLanguage): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name === `${language}.json` || name.endsWith(`.${language}.json`))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Record<string, string>),
  );

/** What a browser must never say on our pages: a blocked resource, an uncaught error, a React complaint. */
const BAD_CONSOLE = /Content Security Policy|Uncaught|Warning:|Minified React error|TypeError/;

export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly kind: "work" | "personal" | "partner";
  readonly isEmailProven?: boolean;
}

export class Person {
  readonly #words: Record<string, string>;
  readonly #complaints: string[] = [];

  constructor(
    readonly page: Page,
    readonly language: JourneyLanguage = "en",
  ) {
    this.#words = catalogue(language);
    // Until somebody is signed in; then the account's goes first.
    void page.context().addCookies([chosenCookie(language)]);
    page.on("console", (message) => {
      if (message.type() === "error" && BAD_CONSOLE.test(message.text())) this.#complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
  }

  /** The sentence of a message id, for messages without parameters. */
  words(id: string): string {
    const text = this.#words[id];
    if (text === undefined) throw new Error(`no message ${id} in ${this.language}`);
    return text;
  }

  /** The longest stretch of a message that holds no parameter, as a pattern. */
  pattern(id: string): RegExp {
    const stretch =
      this.words(id)
        .split(/\{[^}]*\}|<[^>]*>/)
        .sort((a, b) => b.length - a.length)[0] ?? "";
    return new RegExp(stretch.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  }

  button(id: string): Locator {
    return this.page.getByRole("button", { name: this.words(id), exact: true });
  }

  link(id: string): Locator {
    return this.page.getByRole("link", { name: this.pattern(id) });
  }

  heading(id: string): Locator {
    return this.page.getByRole("heading", { name: this.pattern(id) });
  }

  /** Signs in as a demo persona, by the address behind the button of the sign-in page, has the account speak this person's language, and lands on `path`. */
  async signIn(personaId: string, path = "/"): Promise<void> {
    await this.page.goto(`/auth/login?${new URLSearchParams({ returnTo: LIGHT_PAGE })}`);
    await this.page.locator(`button[name="person"][value="${personaId}"]`).click();
    await this.page.waitForURL((url) => url.pathname === LIGHT_PAGE);
    await speakAs(this.page.context(), new URL(this.page.url()).origin, this.language);
    await this.page.goto(path);
    await this.page.waitForURL((url) => url.pathname !== "/sign-in");
  }

  /** Goes to a page without a session, signs in as somebody new, and lands where they wanted to go. */
  async signInAsNew(person: NewPerson, path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('a[href^="/auth/login"]').first().click();
    await this.fillNewPerson(person);
    await this.page.waitForURL(
      (url) => !url.pathname.startsWith("/idp") && !url.pathname.startsWith("/auth") && url.pathname !== "/sign-in",
    );
  }

  /** The form for somebody new on the persona page. */
  async fillNewPerson(person: NewPerson): Promise<void> {
    await this.page.locator("#givenName").fill(person.givenName);
    await this.page.locator("#familyName").fill(person.familyName);
    await this.page.locator("#email").fill(person.email);
    await this.page.locator("#kind").selectOption(person.kind);
    await this.page.locator("#isEmailProven").setChecked(person.isEmailProven ?? true);
    await this.page.locator('form[novalidate] button[type="submit"]').click();
  }

  /** The one-time profile, in this person's language; the country is Romania. */
  async completeProfile(): Promise<void> {
    await expect(this.page).toHaveURL(/\/welcome/);
    await this.page.getByRole("radio", { name: this.language === "ro" ? "Română" : "English" }).check();
    await this.page.getByLabel(this.words("profile.country")).first().selectOption("RO");
    await this.button("profile.continue").click();
    await this.page.waitForURL((url) => url.pathname !== "/welcome");
  }

  /** Signs a persona in at an empty flow, whatever draft another story of the same persona left. */
  async startRequestAs(personaId: string): Promise<void> {
    await this.signIn(personaId, "/requests/new");
    const search = this.page.locator("#flow-productId");
    const fresh = this.page.getByText(this.words("newRequest.resumed.fresh"), { exact: true });
    await expect(search.or(fresh).first()).toBeVisible();
    if (await fresh.isVisible()) await fresh.click();
    await expect(search).toHaveValue("");
  }

  /** Step 1 of the flow, up to Next. */
  async describeProblem(
    search: string,
    version: string,
    title: string,
    topic = { category: "active-directory", problem: "account-lockouts" },
  ): Promise<void> {
    await this.chooseVersion(search, version);
    await this.page.locator("#flow-categoryId").selectOption(topic.category);
    await this.page.locator("#flow-problemId").selectOption(topic.problem);
    await this.page.locator("#flow-title").fill(title);
    await this.page
      .locator("#flow-description")
      .fill("Since Monday morning, on every domain controller of the head office.");
    await this.answerQuestions();
  }

  /** Answers what has to be answered about the chosen problem; nothing where nothing is asked. */
  async answerQuestions(): Promise<void> {
    await expect(this.page.locator('main [aria-busy="true"]')).toHaveCount(0);
    const questions = this.page.getByRole("region", { name: this.words("newRequest.answers.title") });
    for (const field of await questions.locator("input[required], textarea[required], select[required]").all()) {
      const kind = await field.evaluate((node) => `${node.localName} ${node.getAttribute("type") ?? ""}`.trim());
      if (kind === "select") await field.selectOption({ index: 1 });
      else if (kind === "input datetime-local") await field.fill("2026-11-20T09:00");
      else await field.fill((await field.getAttribute("inputmode")) === "numeric" ? "3" : "As the log says: 4740");
    }
    for (const group of await questions.locator('[role="radiogroup"][aria-required="true"]').all())
      await group.getByRole("radio").first().check();
  }

  async chooseVersion(search: string, version: string): Promise<void> {
    await this.page.locator("#flow-productId").click();
    await this.page.locator("#flow-productId").fill(search);
    await this.page
      .getByRole("option", { name: new RegExp(`^${version}`) })
      .first()
      .click();
  }

  /** Step 2, up to Next: the first plan. */
  async choosePlan(): Promise<void> {
    await this.page.locator('input[type="radio"][name="plan"]').first().check();
    await this.chooseSeverity();
  }

  /** One that no plan has to cover around the clock. */
  async chooseSeverity(): Promise<void> {
    await this.page.locator('input[name="severity"]').nth(1).check();
  }

  async next(): Promise<void> {
    await this.button("newRequest.next").click();
  }

  /** Step 6: everything is sent, and the request exists. */
  async submit(): Promise<void> {
    await this.button("newRequest.submit").click();
    await expect(this.heading("newRequest.done.title")).toBeVisible();
  }

  /** Next, one step after another, until everything is listed. */
  async goToReview(): Promise<void> {
    while (!this.page.url().endsWith("/review")) {
      const left = this.page.url();
      await this.next();
      await expect(this.page).not.toHaveURL(left);
    }
  }

  /** With the whole page in the window: what is scrolled under the bar at the bottom of a phone is not too small a target. */
  async #findViolations({ width, height }: { readonly width: number; readonly height: number }) {
    const measure = () => this.page.evaluate(() => document.documentElement.scrollHeight);
    for (;;) {
      const window = Math.max(height, (await measure()) + 200);
      await this.page.setViewportSize({ width, height: window });
      const violations = await findViolations(this.page);
      // What came meanwhile may have made the page longer than the window.
      if ((await measure()) <= window) return violations;
    }
  }

  /** Axe, the console and the width: what must hold on every page (WCAG 2.2 AA; no sideways scrolling). */
  async expectGoodPage(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
    const size = this.page.viewportSize() ?? { width: 1280, height: 720 };
    expect(await this.#findViolations(size)).toEqual([]);
    await this.page.setViewportSize(size);
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
    expect(await this.page.evaluate(() => document.documentElement.lang)).toBe(this.language);
    expect(this.#complaints).toEqual([]);
  }
}
