/** A question about a bill costs nothing (R99, S7). */
import { test } from "@playwright/test";
import { askAtNoCost } from "./rows/general-question.js";
import { VIEWS } from "./views.js";

for (const view of VIEWS)
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test("R99: a question about a bill is asked and answered, and uses no incident", ({ page, browser, baseURL }) =>
      askAtNoCost({ page, browser, baseURL, view }));
  });
