/** R56: an agreement whose letter nobody opened is activated late, by the letter's code, and lasts its whole term. */
import { test } from "@playwright/test";
import { activateLate } from "./rows/activation.js";
import { VIEWS } from "./views.js";

for (const view of VIEWS)
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test("R13, R56, S17: an unopened letter is activated late and lasts its whole term", ({ page, browser, baseURL }) =>
      activateLate({ page, browser, baseURL, view }));
  });
