/** The explorer in a real browser: it loads under its policy, asks with the session or a token, by POST alone (F73). */
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./person.js";

const watch = (page: Page, origin: string): { readonly strangers: string[]; readonly methods: Set<string> } => {
  const seen = { strangers: [] as string[], methods: new Set<string>() };
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) seen.strangers.push(request.url());
    if (url.pathname === "/graphql") seen.methods.add(request.method());
  });
  return seen;
};

/** Of the editor's background. */
const brightness = (page: Page): Promise<string> =>
  page.locator(".graphiql-query-editor").evaluate((element) => {
    const painted = (one: Element): string => {
      const { backgroundColor } = getComputedStyle(one);
      return backgroundColor === "rgba(0, 0, 0, 0)" && one.parentElement ? painted(one.parentElement) : backgroundColor;
    };
    const [red = 0, green = 0, blue = 0] = (painted(element).match(/[\d.]+/g) ?? []).map(Number);
    return red + green + blue > 384 ? "light" : "dark";
  });

for (const colorScheme of ["light", "dark"] as const)
  test(`F73: somebody signed in runs an operation in the ${colorScheme} explorer; nothing comes from elsewhere`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ colorScheme, ...(baseURL ? { baseURL } : {}), reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text().slice(0, 300));
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const seen = watch(page, new URL(baseURL ?? "").origin);
    await new Person(page).signIn("u-lena", "/explorer");
    await expect(page).toHaveURL(/\/explorer$/);
    const run = page.getByRole("button", { name: /Execute query/ });
    // The button stands there before the editor and its schema do, and runs nothing without them.
    await page.waitForLoadState("networkidle");
    await expect(page.locator(".graphiql-query-editor .view-line").filter({ hasText: "viewer" })).not.toHaveCount(0);
    await run.click();
    await expect(page.locator(".graphiql-response")).toContainText("Lena");
    expect(await brightness(page)).toBe(colorScheme);
    // Completion and checking are the workers' part: the schema has arrived there too.
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await expect(page.getByRole("link", { name: "Mutation" })).toBeVisible();
    expect(seen.strangers).toEqual([]);
    expect([...seen.methods]).toEqual(["POST"]);
    expect(complaints).toEqual([]);
    await context.close();
  });
