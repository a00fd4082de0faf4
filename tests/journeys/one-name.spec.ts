/** A person with one name and letters in the domain of the address does the whole job (K5). */
import { expect, test } from "@playwright/test";
import { issueAgreement } from "./issue-agreement.js";
import { Person } from "./person.js";

test("R53, R80, K5, browser en: one name, an address with letters in its domain: from the sign-in to the request", async ({
  page,
}) => {
  const person = new Person(page);
  const agreement = issueAgreement();
  const mailbox = `suharto.${Date.now()}`;
  await person.signInAsNew(
    { givenName: "Suharto", familyName: "", email: `${mailbox}@münchen.example`, kind: "work" },
    "/plans",
  );
  await person.completeProfile();
  await expect(page.getByText(`${mailbox}@münchen.example`).first()).toBeVisible();
  await page.getByRole("textbox", { name: /^Access ID/ }).fill(agreement.accessId);
  await page.getByRole("textbox", { name: /^Agreement ID/ }).fill(agreement.agreementId);
  await person.button("plans.add.button").click();
  await expect(page.getByText(/4 of 4 incidents|4 incidents left/).first()).toBeVisible();

  await page.goto("/requests/new");
  await person.describeProblem("server 2025", "Windows Server 2025", "Replication stopped");
  await person.next();
  await person.choosePlan();
  await person.next();
  await page.getByRole("radio", { name: person.words("newRequest.primary.me") }).check();
  await person.expectGoodPage();
  await person.goToReview();
  await person.submit();
  await expect(page.getByText(`${mailbox}@münchen.example`).first()).toBeVisible();
  await person.expectGoodPage();
});
