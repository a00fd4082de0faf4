/** What is no part of a story is done by the API, with the session of the page. */
import type { Page } from "@playwright/test";
import { issueAgreement } from "./issue-agreement.js";

export const ask = <Data>(page: Page, query: string, variables: object = {}): Promise<Data> =>
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
    { query, variables },
  );

const ADD = "mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } } }";
const LEFT = "{ myPlans { nodes { incidentsRemaining incidentsTotal } } myDrafts { id } }";

/** Gives whoever is signed in a new agreement; answers the id of its plan. */
export const addAgreement = async (page: Page): Promise<string> => {
  const { accessId, agreementId } = issueAgreement();
  const { addAgreement: added } = await ask<{ addAgreement: { plan: { id: string } } }>(page, ADD, {
    input: { accessId, agreementId },
  });
  return added.plan.id;
};

interface Left {
  readonly used: number;
  readonly drafts: number;
}

/** How many incidents this account has used of all its plans, and how many requests it began. */
export const readLeft = async (page: Page): Promise<Left> => {
  const { myPlans, myDrafts } = await ask<{
    myPlans: { nodes: { incidentsRemaining: number; incidentsTotal: number }[] };
    myDrafts: object[];
  }>(page, LEFT);
  return {
    used: myPlans.nodes.reduce((sum, one) => sum + one.incidentsTotal - one.incidentsRemaining, 0),
    drafts: myDrafts.length,
  };
};
