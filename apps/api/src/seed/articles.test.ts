/** The articles as data: a translation that says the same, references that lead somewhere (R5, R9, R71). */
import { foldText } from "@accord/domain";
import { describe, expect, test } from "vitest";
import { packSeed, readArticles, readDemoWorld, type SeedArticle } from "../modules/packs/module.js";

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
    expect(ro.title).not.toBe(title);
    expect(skeletonOf(ro.body)).toEqual(skeletonOf(body));
    expect(`${ro.title} ${ro.body}`).not.toMatch(CEDILLA);
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

describe("R5, R9: what an article says of itself", () => {
  const slugs = new Set(articles.map(({ slug }) => slug));

  test("it leads to up to three other articles, all there", () => {
    for (const { slug, related } of articles) {
      expect(new Set(related).size).toBe(related.length);
      expect({ slug, lost: related.filter((other) => other === slug || !slugs.has(other)) }).toEqual({
        slug,
        lost: [],
      });
    }
    const ledTo = new Set(articles.flatMap(({ related }) => related));
    expect(ledTo.size).toBeGreaterThan(articles.length * 0.6);
  });

  test("it is dated before the day of the demo world", () => {
    const today = readDemoWorld().asOf.slice(0, 10);
    expect(articles.filter(({ updatedOn }) => updatedOn >= today)).toEqual([]);
  });

  test("the portal's are for holders of benefits and partners, the products' for those who work with them", () => {
    const ofPortal = new Set(["Benefits", "Partner"]);
    for (const { slug, kind, audience } of articles)
      expect({ slug, isOfPortal: audience.every((one) => ofPortal.has(one)) }).toEqual({
        slug,
        isOfPortal: kind === "portal",
      });
  });

  test("its tags are keywords: told once, never a sentence", () => {
    for (const { slug, tags } of articles) {
      expect({ slug, told: new Set(tags.map(foldText)).size }).toEqual({ slug, told: tags.length });
      expect({ slug, long: tags.filter((tag) => tag.split(" ").length > 4) }).toEqual({ slug, long: [] });
    }
  });
});
