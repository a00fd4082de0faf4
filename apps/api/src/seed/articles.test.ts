/** The articles as data: a translation that says the same, references that lead somewhere (R5, R9, R71). */
import { describe, expect, test } from "vitest";
import { packSeed, readArticles, type SeedArticle } from "./seed-files.js";

const articles = readArticles();

const topics: { family: string; categories: { slug: string; problems: { slug: string }[] }[] }[] = JSON.parse(
  packSeed("TOPICS"),
);
const problems = new Set(
  topics.flatMap(({ family, categories }) =>
    categories.flatMap((category) => category.problems.map(({ slug }) => `${family}/${category.slug}/${slug}`)),
  ),
);

const COMMAND = /`[^`]+`/g;
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([found]) => found).sort();

/** What a translation must not change: lists and tables line by line, commands, emphasis, numbers. */
const skeletonOf = (body: string) => ({
  lines: body.split("\n").map((line) => /^(\d+\.|-|\|)/.exec(line)?.[1] ?? (line === "" ? "" : "text")),
  commands: all(body, COMMAND),
  strong: all(body, /\*\*[^*]+\*\*/g).length,
  numbers: all(body.replace(COMMAND, ""), /\d+/g),
});
/** The old letters with a cedilla instead of a comma. */
const CEDILLA = /[şţŞŢ]/u;

describe("R71: every article is told in Romanian", () => {
  test.each(articles.map((article) => [article.slug, article] as const))("%s", (_slug, { title, body, ro }) => {
    expect(ro?.title).not.toBe(title);
    expect(skeletonOf(ro?.body ?? "")).toEqual(skeletonOf(body));
    expect(`${ro?.title} ${ro?.body}`).not.toMatch(CEDILLA);
  });

  test.each([
    ["a step lost", "1. Run `x`.\n2. Wait.", "1. Rulați `x`."],
    ["a command changed", "Run `gpupdate /force`.", "Rulați `gpupdate /forta`."],
    ["a number changed", "After 25 machines.", "După 52 de calculatoare."],
    ["an emphasis lost", "**Clean** it.", "Curățați."],
  ])("%s would be seen", (_what, en, ro) => {
    expect(skeletonOf(ro)).not.toEqual(skeletonOf(en));
  });
});

describe("R5: an article leads to a problem that exists", () => {
  const leadsNowhere = (article: Pick<SeedArticle, "slug" | "family" | "problems">): string[] =>
    article.problems
      .map(({ category, problem }) => `${article.family}/${category}/${problem}`)
      .filter((reference) => !problems.has(reference));

  test("each problem it names is one of its family's, and an article of a product names one", () => {
    expect(articles.flatMap(leadsNowhere)).toEqual([]);
    expect(articles.filter(({ kind, problems }) => (kind === "product") !== problems.length > 0)).toEqual([]);
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length);
  });

  test("a problem of another family would be seen", () => {
    const planted = {
      slug: "x",
      family: "sql-server",
      problems: [{ category: "active-directory", problem: "account-lockouts" }],
    };
    expect(leadsNowhere(planted)).toEqual(["sql-server/active-directory/account-lockouts"]);
  });
});
