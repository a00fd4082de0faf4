/** The pages the server renders itself fit as those of the application do (WCAG 1.4.10). */
import { expect, type Page, test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { ask } from "./ask.js";
import { agreeAndBuy, enterCard, reachPlans } from "./buyer.js";
import { Person } from "./person.js";
import { lookAtSizes } from "./sizes/look.js";

const expectFits = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.locator("main h1").first()).toBeVisible();
  expect(await lookAtSizes(page), page.url()).toEqual([]);
};

for (const locale of ["en-GB", "ro-RO"])
  test(
    `F81: the server's own pages are neither wider than the window nor cut, ${locale}`,
    toldInShort(locale === "ro-RO"),
    async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, locale });
      const page = await context.newPage();
      const person = new Person(page, locale === "ro-RO" ? "ro" : "en");
      await expectFits(page, "/auth/login");
      await expectFits(page, "/docs/api");
      await person.signIn("u-admin", "/administration/agreements");
      const address = await page
        .locator('main a[href^="/administration/agreements/pln_"]')
        .first()
        .getAttribute("href");
      await expectFits(page, `/admin/letters/${address?.split("/").at(-1)}`);
      await expectFits(page, "/admin/mail");
      const mail = await page.locator('main a[href^="/admin/mail/"]').first().getAttribute("href");
      await expectFits(page, mail ?? "");
      await context.close();
    },
  );

test("F81, F25: so are those of the payment sandbox", async ({ page }) => {
  const person = new Person(page);
  await person.signIn("u-sam", "/payment-methods");
  await person.button("purchases.cards.add").click();
  await page.waitForURL((url) => url.pathname.startsWith("/cards/"));
  await expect(page.locator("main h1")).toBeVisible();
  expect(await lookAtSizes(page), page.url()).toEqual([]);
  expect(await page.evaluate(() => document.fonts.check('16px "Public Sans"', "a"))).toBe(true);
});

test("F81, E18: so is the bank's question", async ({ page }) => {
  const person = new Person(page);
  await reachPlans(person, "question");
  await enterCard(person, "3155");
  await agreeAndBuy(person);
  await page.waitForURL((url) => url.pathname.startsWith("/challenges/"));
  await expect(page.locator("main h1")).toBeVisible();
  expect(await lookAtSizes(page), page.url()).toEqual([]);
});

interface Link {
  readonly createActivationLink: { readonly activation: { readonly url: string } | null };
}
interface Mine {
  readonly myRequests: { readonly nodes: readonly { readonly id: string }[] };
}
interface Shared {
  readonly shareRequest: { readonly invitations: readonly { readonly url: string }[] };
}
const LINK =
  "mutation ($input: CreateActivationLinkInput!) { createActivationLink(input: $input) { activation { url } } }";
const SHARE = "mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { invitations { url } } }";
const PROVE = "mutation { startAddressConfirmation(input: {}) { isSent } }";
const MINE = "{ myRequests(filter: { isOpen: true, role: PRIMARY }) { nodes { id } } }";

for (const language of ["en", "ro"] as const)
  test(
    `F81: so is what links of letters lead to, with the tokens they have, ${language}`,
    toldInShort(language === "ro"),
    async ({ browser, baseURL }) => {
      const open = async (): Promise<Person> => {
        const context = await browser.newContext({ baseURL, locale: language === "ro" ? "ro-RO" : "en-GB" });
        return new Person(await context.newPage(), language);
      };
      const pathOf = (url: string | undefined): string => new URL(url ?? "", baseURL).pathname;
      const admin = await open();
      await admin.signIn("u-admin", "/administration/agreements");
      let activation: string | undefined;
      const listed = admin.page.locator('main a[href^="/administration/agreements/pln_"]');
      await listed.first().waitFor();
      const agreements = await listed.all();
      // A new link ends the one before: each language takes another agreement.
      for (const agreement of language === "ro" ? agreements : agreements.reverse()) {
        if (activation !== undefined) break;
        const planId = (await agreement.getAttribute("href"))?.split("/").at(-1);
        const made = await ask<Link>(admin.page, LINK, { input: { planId } });
        activation = made.createActivationLink.activation?.url;
      }
      const ana = await open();
      await ana.signIn("u-ana", "/requests");
      const { myRequests } = await ask<Mine>(ana.page, MINE);
      const email = `links.${language}.${Date.now()}@mail.example`;
      const contacts = [{ givenName: "Lena", familyName: "Dobre", email }];
      const shared = await ask<Shared>(ana.page, SHARE, {
        input: { requestId: myRequests.nodes[0]?.id, contacts },
      });
      const invitation = shared.shareRequest.invitations[0]?.url;
      const lena = await open();
      await lena.signInAsNew({ givenName: "Lena", familyName: "Dobre", email, kind: "personal", isEmailProven: false });
      await lena.completeProfile();
      expect(await ask(lena.page, PROVE)).toEqual({ startAddressConfirmation: { isSent: true } });
      let proof: string | undefined;
      await expect(async () => {
        await admin.page.goto("/admin/mail");
        await admin.page
          .locator("main tr, main li")
          .filter({ hasText: email })
          .locator('a[href^="/admin/mail/"]')
          .first()
          .click();
        proof = /\/confirm-address\/[\w-]+/.exec(await admin.page.content())?.[0];
        expect(proof).toBeDefined();
      }).toPass();
      for (const path of [pathOf(activation), pathOf(invitation), proof ?? ""]) {
        expect(path).toMatch(/\/(activate|invitations|confirm-address)\/[\w-]{20,}$/);
        await expectFits(lena.page, path);
      }
      for (const { page } of [admin, ana, lena]) await page.context().close();
    },
  );
