/** Commands of step 1 of a new request: what ends the draft without a request. */
import { connectionOf } from "../../../apps/web/preview/fixture-answers";
import { request } from "../../../apps/web/preview/fixtures/requests";
import { PROBLEM_DONE } from "../../../apps/web/src/features/new-request/testing/flow-fixtures";
import { flow } from "./flow";
import { button, type Places, verb } from "./place";

const SOLVED_AT_ONCE = {
  slug: "dns",
  version: 1,
  title: "Names are not resolved",
  articleId: "dns-article",
  start: "solved",
  steps: [
    {
      id: "solved",
      kind: "END",
      text: "Names are resolved again.",
      commands: [],
      answers: [],
      label: null,
      isMultiline: false,
      isOptional: false,
      next: null,
      outcome: "SOLVED",
    },
  ],
};

export const PROBLEM_STEP: Places = {
  "new-request/steps/problem/dialogue/solved-end.tsx": {
    MarkSolvedByDialogue: {
      path: "/requests/new/drf_1/problem",
      world: flow(PROBLEM_DONE, {
        dialogue: SOLVED_AT_ONCE,
        markSolved: { deletedDraftId: "drf_1", userErrors: [] },
      }),
      after: { myDrafts: [] },
      reach: async (page) => {
        await button(page, "Start").click();
        return button(page, "It solved my problem");
      },
      told: /^Good to hear/,
    },
  },
  "new-request/steps/problem/open-already/join-dialog.tsx": {
    DiscardFlowDraft: {
      path: "/requests/new/drf_1/problem",
      world: flow(PROBLEM_DONE, {
        myRequests: connectionOf([request("req_1", { title: "DNS stops answering" })]),
        deleteDraft: { deletedDraftId: "drf_1", userErrors: [] },
      }),
      after: { myDrafts: [] },
      reach: async (page) => {
        await button(page, "Join it instead: DNS stops answering").click();
        return verb(page, "Open it and delete this draft");
      },
      told: /^You are in the open request now/,
    },
  },
};
