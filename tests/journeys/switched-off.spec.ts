/** Each of these requirements is held by its story: where its feature is switched off, the story fails, and at that feature. */
import { expect, test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { activateLate } from "./rows/activation.js";
import { chooseAudience, passOn } from "./rows/article.js";
import { askAtNoCost } from "./rows/general-question.js";
import { solveByArticle } from "./rows/self-help.js";
import type { Walk } from "./rows/story.js";
import { type SwitchOff, without, withoutElements } from "./rows/switch-off.js";
import { solveByDialogue } from "./rows/virtual-agent.js";
import { DESK } from "./views.js";

interface Row {
  readonly row: string;
  readonly walk: Walk;
  /** What is not there. */
  readonly feature: string;
  readonly off: SwitchOff;
  /** What the story looks for in vain. */
  readonly missed: RegExp;
}

const ROWS: readonly Row[] = [
  {
    row: "R5",
    walk: solveByArticle,
    feature: "the search of articles",
    off: without({ articles: [], totalCount: 0 }),
    missed: /Find where an account/,
  },
  {
    row: "R9",
    walk: chooseAudience,
    feature: "the audience of articles",
    off: without({ audiences: [], audience: [] }),
    missed: /option\[value="Partner"\]/,
  },
  {
    row: "R56",
    walk: activateLate,
    feature: "a term that begins with the activation",
    off: without({ endsOn: "2026-12-30" }),
    missed: /23 December 2027/,
  },
  {
    row: "R61",
    walk: solveByDialogue,
    feature: "the virtual agent",
    off: without({ dialogue: null }),
    missed: /getByRole\('region'/,
  },
  {
    row: "R99",
    walk: askAtNoCost,
    feature: "a topic of general questions",
    off: without({ generalTopics: [] }),
    missed: /Receipt, bill or refund/,
  },
  {
    row: "R100",
    walk: passOn,
    feature: "a way to pass an article on",
    off: withoutElements('[aria-label$="link"], a[href^="mailto:"]'),
    missed: /getByRole\('button', \{ name: \/link/,
  },
];

test.use(DESK.options);

// The number is no part of the title: that a story fails is no proof of the requirement.
for (const { row, walk, feature, off, missed } of ROWS)
  test(`without ${feature} its story fails`, toldInShort(row === "R5"), async ({ page, browser, baseURL }) => {
    await off(page);
    const story = walk({ page, browser, baseURL, view: DESK });
    const failure = await story.then(() => "nothing was missed", String);
    expect(failure, row).toMatch(missed);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
