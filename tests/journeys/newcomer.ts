/** Somebody new with a plan, for stories that begin at a new request; what is no part of a story is done by the API. */
import type { Page } from "@playwright/test";
import { issueAgreement } from "./issue-agreement.js";
import { type JourneyLanguage, Person } from "./person.js";

const ADD = "mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } } }";

/** Asks the API with the session of the page. */
export const ask = (page: Page, query: string, input: object = {}): Promise<Record<string, never>> =>
  page.evaluate(
    async (body) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const { data, errors } = await answer.json();
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    { query, variables: { input } },
  );

/** Signed in, with a profile and an agreement, at an empty new request. */
export const atNewRequest = async (page: Page, language: JourneyLanguage, givenName: string): Promise<Person> => {
  const person = new Person(page, language);
  const email = `${givenName.toLowerCase()}.${language}.${Date.now()}@carpatia.example`;
  await person.signInAsNew({ givenName, familyName: "Popa", email, kind: "work" }, "/plans");
  await person.completeProfile();
  const { accessId, agreementId } = issueAgreement();
  await ask(page, ADD, { accessId, agreementId });
  await page.goto("/requests/new");
  return person;
};
