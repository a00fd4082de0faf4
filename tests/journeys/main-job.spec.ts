/** The whole main job: sign in, profile, add an agreement, six steps, confirmation, the request in the list. */
import { expect, test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { readLeft } from "./ask.js";
import { issueAgreement } from "./issue-agreement.js";
import { type JourneyLanguage, Person } from "./person.js";

/** One year from today, when it is activated. */
const LAST_DAY = { en: "23 November 2027", ro: "23 noiembrie 2027" } as const;
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

for (const language of ["en", "ro"] satisfies JourneyLanguage[])
  for (const [device, viewport] of Object.entries(SIZES))
    test.describe(`${language}, ${device}`, () => {
      test.use({ viewport, locale: language === "ro" ? "ro-RO" : "en-GB" });

      test(
        "R1, R4, R6, R7, R10–R12, R14, R15, R21, R22, R24, R32–R34, R40, R48, R52, R53, R57–R60, R62–R65, R68, R69, R71, R80–R87: from the sign-in to the request in the list",
        toldInShort((language === "en") === (device === "desktop")),
        async ({ page }) => {
          const person = new Person(page, language);
          const agreement = issueAgreement();
          const name = `ioana.${language}.${device}.${Date.now()}`;

          await page.goto("/requests");
          await expect(page).toHaveURL(/\/sign-in/);
          await person.expectGoodPage();
          await person.signInAsNew(
            { givenName: "Ioana", familyName: "Țuțea", email: `${name}@carpatia.example`, kind: "work" },
            "/requests",
          );
          await person.expectGoodPage();
          // R53: the names come from the account.
          await expect(page.getByLabel(person.words("profile.givenName"))).toHaveAttribute("readonly");
          await person.completeProfile();

          // R32, R57: people land on the list, whose first control starts a request.
          await expect(page).toHaveURL(/\/requests$/);
          await person.expectGoodPage();
          await person.link("requests.create").first().click();

          await expect(person.heading("newRequest.stepTitle.PROBLEM")).toBeVisible();
          await person.describeProblem("server 2025", "Windows Server 2025", "Conturi blocate în fiecare dimineață");
          await person.expectGoodPage();
          // R7: what helps to understand it goes along.
          await page
            .locator('input[type="file"]')
            .first()
            .setInputFiles({ name: "events.txt", mimeType: "text/plain", buffer: Buffer.from("4740") });
          // It stays in sight once it has arrived.
          await expect(page.locator('[data-phase="DONE"]', { hasText: "events.txt" })).toBeVisible();
          await person.next();

          // R64, R66: nothing is available, so the panel is open and names the account.
          await expect(page.getByText(`${name}@carpatia.example`).first()).toBeVisible();
          await person.expectGoodPage();
          // R40: nor does the agreement show that this account never added.
          const plan = page.locator('input[type="radio"][name="plan"]');
          await expect(plan).toHaveCount(0);
          // R63, R71: add one in place; E13: as pasted.
          const accessId = page.locator("#flow-accessId");
          if (!(await accessId.isVisible()))
            await page.getByText(person.words("newRequest.add.titleWithPurchase")).click();
          await accessId.fill(agreement.accessId.toLowerCase().replaceAll("-", " "));
          // R15: one half of the pair adds nothing.
          await person.button("newRequest.add.button").click();
          await expect(page.getByRole("alert").first()).toBeVisible();
          await expect(plan).toHaveCount(0);
          await page.locator("#flow-agreementId").fill(agreement.agreementId);
          await person.button("newRequest.add.button").click();
          await expect(plan).toHaveCount(1);
          // R11, R12: what is left of it, and its last day.
          await expect(page.getByText(LAST_DAY[language]).first()).toBeVisible();
          await plan.first().check();

          // R68, R69: severity follows the plan; only critical shows 24/7.
          await expect(page.locator("#flow-support24x7")).toHaveCount(0);
          await page.locator('input[name="severity"]').first().check();
          await expect(page.locator("#flow-support24x7")).toBeVisible();
          await page.locator('input[name="severity"]').nth(1).check();
          await expect(page.locator("#flow-support24x7")).toHaveCount(0);
          await person.expectGoodPage();
          await person.next();

          await expect(person.heading("newRequest.stepTitle.PRIMARY_CONTACT")).toBeVisible();
          const me = page.getByRole("radio", { name: person.words("newRequest.primary.me") });
          await me.check();
          await person.expectGoodPage();
          await person.next();

          await expect(person.heading("newRequest.stepTitle.SHARING")).toBeVisible();
          await person.expectGoodPage();
          await person.next();

          await expect(person.heading("newRequest.stepTitle.REVIEW")).toBeVisible();
          await person.expectGoodPage();
          await expect(page.getByText(person.pattern("newRequest.review.mailed.value")).first()).toBeVisible();
          // R59, R85: Edit goes back to a step, and everything typed is still there.
          await page
            .getByRole("button", { name: new RegExp(`${person.words("newRequest.stepName.PROBLEM")}`) })
            .filter({ hasText: person.words("newRequest.edit") })
            .first()
            .click();
          await expect(page.locator("#flow-title")).toHaveValue("Conturi blocate în fiecare dimineață");
          await page.locator("#flow-title").fill("Conturi blocate la fiecare oră");
          await person.goToReview();
          await person.submit();
          await person.expectGoodPage();
          expect(await readLeft(page)).toEqual({ used: 1, drafts: 0 });
          // The steps left the history: Back leads to where the request was begun, not to a draft that is gone.
          await page.goBack();
          await expect(page).toHaveURL(/\/requests$/);
          await expect(page.getByText("Conturi blocate la fiecare oră").first()).toBeVisible();
          await page.getByText("Conturi blocate la fiecare oră").first().click();
          await expect(page).toHaveURL(/\/requests\/req_/);
          await expect(
            page.getByText("Since Monday morning, on every domain controller of the head office.").first(),
          ).toBeVisible();
          await person.expectGoodPage();
        },
      );
    });
