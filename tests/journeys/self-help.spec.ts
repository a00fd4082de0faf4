/** Somebody helps themselves before a request, finds what is meant for them, and passes it on (R5, R9, R100). */
import { test } from "@playwright/test";
import { chooseAudience, passOn } from "./rows/article.js";
import { solveByArticle } from "./rows/self-help.js";
import { VIEWS } from "./views.js";

for (const view of VIEWS)
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test("R5, F62, F64: the help finds an article that solves the problem; the draft ends and no incident is used", ({
      page,
      browser,
      baseURL,
    }) => solveByArticle({ page, browser, baseURL, view }));

    test("R9: the articles for partners are found, and say for whom they are", ({ page, browser, baseURL }) =>
      chooseAudience({ page, browser, baseURL, view }));

    test("R100: an article is passed on by link and by mail", ({ page, browser, baseURL }) =>
      passOn({ page, browser, baseURL, view }));
  });
