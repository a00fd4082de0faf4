/** The virtual agent before a request (R61, F63, F64). */
import { test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { handTranscriptOn, solveByDialogue } from "./rows/virtual-agent.js";
import { DESK, PHONE, VIEWS } from "./views.js";

for (const view of VIEWS)
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test(
      "R61, F63, F64: a few questions solve the problem; the draft ends and no incident is used",
      toldInShort(view === DESK),
      ({ page, browser, baseURL }) => solveByDialogue({ page, browser, baseURL, view }),
    );

    test(
      "R61, F63: what was found outlives a reload, goes with the request, and the engineer reads it first",
      toldInShort(view === PHONE),
      ({ page, browser, baseURL }) => handTranscriptOn({ page, browser, baseURL, view }),
    );
  });
