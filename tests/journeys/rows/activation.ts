/** An agreement whose letter nobody opened is activated late, by the letter's code, and lasts its whole term (R56). */
import { expect } from "@playwright/test";
import { issueAgreement } from "../issue-agreement.js";
import { Person } from "../person.js";
import { expectHarmless, watch } from "../watch.js";
import type { Walk } from "./story.js";

/** The membership began a year ago: five weeks are left of its thirteen months, and the term begins today. */
const MEMBERSHIP = ["--starts-on", "2025-11-30"];
const LAST_DAY = { en: "23 December 2027", ro: "23 decembrie 2027" } as const;

export const activateLate: Walk = async ({ page, baseURL, view: { language } }) => {
  const wrong = await watch(page, baseURL ?? "");
  const { accessId, agreementId } = issueAgreement("partner-product-support-20", MEMBERSHIP);
  const person = new Person(page, language);
  const email = `late.${language}.${Date.now()}@transilvan.example`;
  // As the code on the letter says it: what stands after the # reaches no server.
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await person.signInAsNew(
    { givenName: "Ioana", familyName: "Dobre", email, kind: "partner" },
    `/activate#${new URLSearchParams({ a: accessId, g: agreementId })}`,
  );
  await person.completeProfile();
  await expect(page).toHaveURL(/\/activate$/);
  await expect(page.getByLabel(person.words("plans.accessId"))).toHaveValue(accessId);
  await expect(page.getByLabel(person.words("plans.agreementId"))).toHaveValue(agreementId);
  await person.expectGoodPage();
  await person.button("plans.add.button").click();
  await expect(page.getByText(LAST_DAY[language])).toBeVisible();
  await person.expectGoodPage();
  await person.link("plans.showPlan").click();
  await expect(page).toHaveURL(/\/plans\/pln_/);
  await expect(page.getByText(LAST_DAY[language]).first()).toBeVisible();
  expect(asked.filter((url) => new URL(url).search.includes(agreementId))).toEqual([]);
  await expectHarmless(page, wrong);
};
