/** Commands of the help: votes, and problems solved without a request. */
import { searchFixtures } from "../../../apps/web/preview/fixtures/reference";
import { PROBLEM_DONE } from "../../../apps/web/src/features/new-request/testing/flow-fixtures";
import { flow } from "./flow";
import { button, type Places } from "./place";

export const HELP: Places = {
  "help/article-suggestions.tsx": {
    MarkSolved: {
      path: "/requests/new/drf_1/problem",
      world: flow(PROBLEM_DONE, {
        searchArticles: searchFixtures,
        markSolved: { deletedDraftId: "drf_1", userErrors: [] },
      }),
      after: { myDrafts: [] },
      reach: async (page) => {
        await page.locator("#flow-title").fill("quorum");
        await page.locator("#flow-description").fill("");
        await page.getByText("The failover cluster has lost its quorum").click();
        return button(page, "It solved my problem");
      },
      told: /^Good to hear/,
    },
  },
  "help/article-vote.tsx": {
    RateArticle: {
      path: "/help/cluster-quorum-lost",
      reach: async (page) => button(page, /^Yes/),
      told: /^Thank/,
      again: "an answer may change",
    },
  },
};
