/** What the search of articles finds, measured on all that are shipped (F62): names of problems, typed as people type them, and symptoms. */
import { readFileSync } from "node:fs";
import type { Article } from "@accord/domain";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { referenceArticles, referenceCatalogue } from "../../packs/module.js";
import { englishTerms, wordsOf } from "./analysis.js";
import {
  type ArticleIndex,
  type ArticleQuestion,
  createArticleIndex,
  fieldOf,
  type NamesOfProblem,
  searchArticles,
  updateArticleIndex,
} from "./article-index.js";
import { InvertedIndex } from "./inverted-index.js";

interface Case extends ArticleQuestion {
  readonly group: string;
  readonly wanted: string;
}

const { topics } = referenceCatalogue();
const articles: readonly Article[] = referenceArticles();
const namesOf: NamesOfProblem = (family, { categoryId, problemId }) => {
  const topic = topics.find((one) => one.family === family);
  const category = topic?.categories.find((one) => one.id === categoryId);
  const problem = category?.problems.find((one) => one.id === problemId);
  return problem === undefined ? null : { en: problem.name, ro: problem.nameRo ?? problem.name };
};
const byId = (some: readonly Article[]): Map<string, Article> => new Map(some.map((article) => [article.id, article]));
const indexOf = async (some: readonly Article[]): Promise<ArticleIndex> => {
  const made = createArticleIndex();
  await updateArticleIndex(made, byId(some), namesOf);
  return made;
};
const index = await indexOf(articles);
const idsFor = (question: ArticleQuestion): string[] =>
  searchArticles(index, question).map(({ article }) => article.id);

const withoutAccents = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "");

/** Two neighbouring letters in the middle of the longest word change places. */
const withTypo = (text: string): string => {
  const [longest = ""] = text.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length);
  const middle = Math.floor(longest.length / 2);
  const swapped =
    longest.slice(0, middle - 1) + longest.charAt(middle) + longest.charAt(middle - 1) + longest.slice(middle + 1);
  return text.replace(longest, swapped);
};

const FORMS = { name: (text: string) => text, "no accents": withoutAccents, "one typo": withTypo };

/** Problems about which exactly one article is written. */
const ofOneArticle = articles.flatMap((article) =>
  article.problems.flatMap((problem) => {
    const others = articles.filter(
      (other) =>
        other.id !== article.id &&
        other.family === article.family &&
        other.problems.some((one) => one.categoryId === problem.categoryId && one.problemId === problem.problemId),
    );
    return others.length > 0 ? [] : [{ article, problem }];
  }),
);

const named: Case[] = ofOneArticle.flatMap(({ article, problem }) => {
  const { family } = article;
  const names = family === null ? null : namesOf(family, problem);
  if (names === null) return [];
  return (["en", "ro"] as const).flatMap((language) =>
    Object.entries(FORMS).map(([form, write]) => ({
      group: `${form}, ${language}`,
      text: write(names[language]),
      language,
      family,
      wanted: article.id,
    })),
  );
});

const symptoms = JSON.parse(readFileSync(new URL("./symptoms.json", import.meta.url), "utf8")) as {
  readonly query: string;
  readonly language: "en" | "ro";
  readonly family: string | null;
  readonly article: string;
}[];
const described: Case[] = symptoms.map(({ query, language, family, article }) => ({
  group: `symptom, ${language}`,
  text: query,
  language,
  family,
  wanted: article,
}));

/** Share of cases, in per cent, whose article is among the first `places`. */
const share = (cases: readonly Case[], places: number): number => {
  const found = cases.filter((one) => idsFor(one).slice(0, places).includes(one.wanted));
  return Math.floor((found.length / cases.length) * 1000) / 10;
};

describe("F62: the article wanted is found", () => {
  const cases = [...named, ...described];
  const groups = [...new Set(cases.map(({ group }) => group))];

  test("by at least seven hundred questions of eight kinds", () => {
    expect(cases.length).toBeGreaterThan(700);
    expect(groups).toHaveLength(8);
  });

  test.each(groups)("F62: %s: among the first three in 85 of 100, among the first ten in 95", (group) => {
    const own = cases.filter((one) => one.group === group);
    expect(share(own, 3), `first three of ${own.length}`).toBeGreaterThanOrEqual(85);
    expect(share(own, 10), `first ten of ${own.length}`).toBeGreaterThanOrEqual(95);
  });

  test("F62: without a product too, where it is the harder", () => {
    const open = cases.map((one) => ({ ...one, family: null }));
    expect(share(open, 3)).toBeGreaterThanOrEqual(85);
    expect(share(open, 10)).toBeGreaterThanOrEqual(95);
    const hard = described.map((one) => ({ ...one, family: null }));
    expect(share(hard, 3)).toBeGreaterThanOrEqual(75);
    expect(share(hard, 10)).toBeGreaterThanOrEqual(85);
  });
});

describe("F62: what is typed", () => {
  const ask = (text: string, more: Partial<ArticleQuestion> = {}): string[] =>
    idsFor({ text, language: "en", ...more });

  test.each([
    ["0x800f081f", "win-update-0x800f081f"],
    ["800F081F", "win-update-0x800f081f"],
    ["18456", "sql-login-failed-18456"],
    ["error 9002 severity 17", "sql-transaction-log-full-9002"],
  ])("F62: a code is kept whole: %s", (code, wanted) => {
    expect(ask(code)[0]).toBe(wanted);
    expect(ask(code, { language: "ro" })[0]).toBe(wanted);
  });

  test("F62: a code is never nearly right: 18457 is not 18456", () => {
    expect(ask("18457")).toEqual([]);
  });

  test("F62: the beginning of the last word finds it, as somebody types", () => {
    expect(ask("bitloc")[0]).toBe("bitlocker-recovery-loop");
    expect(ask("cluster quor")[0]).toBe("cluster-quorum-lost");
  });

  test("F62: full-width letters and cedillas are the letters they stand for", () => {
    expect(ask("ＢｉｔＬｏｃｋｅｒ")).toEqual(ask("BitLocker"));
    const comma = ask("parolă greșită, autentificare refuzată", { language: "ro" });
    expect(ask("parolă greşită, autentificare refuzată", { language: "ro" })).toEqual(comma);
    expect(ask("parola gresita, autentificare refuzata", { language: "ro" })).toEqual(comma);
  });

  test("F62: the chosen product and problem come first", () => {
    const families = (family: string) =>
      searchArticles(index, { text: "update fails", language: "en", family })[0]?.article.family;
    for (const family of ["windows-client", "windows-server", "configuration-manager"])
      if (articles.some((article) => article.family === family)) expect(families(family)).toBe(family);
    const { article, problem } = ofOneArticle.find((one) => one.article.family === "sql-server") ?? {};
    expect(article).toBeDefined();
    const chosen = { family: "sql-server", problem: problem ?? null };
    expect(ask("the server reports an error", chosen)[0]).toBe(article?.id);
  });

  test.each(["", "   ", "the and of", "și la de", "?!…", "‮​"])("F62: nothing is found for %j", (text) => {
    expect(ask(text)).toEqual([]);
  });

  test("F62: a very long text costs no more than its beginning", () => {
    expect(ask(`quorum lost ${"lorem ipsum ".repeat(50_000)}`)[0]).toBe("cluster-quorum-lost");
    // What stands behind the first 2,000 characters, or behind so many other words, is not looked at.
    expect(ask(`${"the ".repeat(500)}quorum lost`)).toEqual([]);
    const others = Array.from({ length: 60 }, (_, place) => `qq${100 + place}x`).join(" ");
    expect(ask(`${others} quorum`)).toEqual([]);
  });
});

test("F62: what was saved is found, what was retired is not, and the rest stays", async () => {
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error("no articles");
  const own = await indexOf([first, second]);
  const changed = { ...first, title: "Zebra stripes on the printout", revision: first.revision + 1 };
  await updateArticleIndex(own, byId([changed]), namesOf);
  const found = (text: string): string[] =>
    searchArticles(own, { text, language: "en" }).map(({ article }) => `${article.id} ${article.revision}`);
  expect(found("zebra")).toEqual([`${changed.id} 2`]);
  expect(found(second.title).filter((one) => one.startsWith(second.id))).toEqual([]);
});

test("F62: after many changes the answers are those of an index made anew", async () => {
  const own = await indexOf(articles);
  for (let revision = 2; revision < 5; revision += 1)
    await updateArticleIndex(own, byId(articles.map((article) => ({ ...article, revision }))), namesOf);
  for (const { text, language, family } of described) {
    const ids = (one: ArticleIndex) => searchArticles(one, { text, language, family }).map(({ article }) => article.id);
    expect(ids(own).toSorted()).toEqual(ids(index).toSorted());
    expect(ids(own)[0]).toBe(ids(index)[0]);
  }
});

test("F62: while it is made others have their turn, and what is in it already is found", async () => {
  const own = createArticleIndex();
  const found: number[] = [];
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => {
        found.push(searchArticles(own, { text: "server", language: "en" }).length);
        resolve();
      });
    });
  await updateArticleIndex(own, byId(articles), namesOf, rest);
  expect(found).toHaveLength(articles.length);
  expect(found.at(-1)).toBeGreaterThan(found[0] ?? 0);
});

describe("F62: ranked as by BM25+ of MiniSearch, from which the measure of a term is taken", () => {
  const reference = new MiniSearch<{ id: string; body: string }>({
    fields: ["body"],
    tokenize: wordsOf,
    processTerm: (word) => englishTerms(word),
  });
  const engine = new InvertedIndex(1);
  for (const { id, body } of articles) {
    reference.add({ id, body });
    engine.put(id, [fieldOf(body, englishTerms)]);
  }
  test.each(["update", "cluster quorum", "licens activat", "serv", "databse", "the certificate of the server"])(
    "%s: the same articles with the same scores",
    (text) => {
      const terms = wordsOf(text).flatMap(englishTerms);
      const theirs = reference.search(terms.join(" "), {
        processTerm: (word) => word,
        prefix: true,
        fuzzy: 1,
        weights: { prefix: 0.4, fuzzy: 0.3 },
      });
      const ours = engine.search(
        terms.map((term) => ({ term, boost: 1, isPrefix: true, typos: 1 })),
        { fields: [1], ofDocument: () => 1 },
      );
      const rounded = (hits: readonly { readonly id: string; readonly score: number }[]) =>
        new Map(hits.map(({ id, score }) => [id, score.toFixed(6)]));
      expect(rounded(ours)).toEqual(rounded(theirs));
      expect(ours.length).toBeGreaterThan(0);
    },
  );
});
