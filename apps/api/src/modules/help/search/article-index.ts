/** The index of all articles in memory: both languages, names of problems, tags. No database is asked (F62). */
import type { Article, Language, ProblemKey } from "@accord/domain";
import MiniSearch from "minisearch";
import { englishTerms, isCode, romanianTerms, termsOfEither, wordsOf } from "./analysis.js";

/** What is known beside the words: what the person has chosen already. Each makes articles about it come first. */
export interface ArticleQuestion {
  readonly text: string;
  readonly language: Language;
  /** Of the chosen product. */
  readonly family?: string | null;
  readonly problem?: Partial<ProblemKey> | null;
}

export interface Hit {
  readonly article: Article;
  readonly score: number;
}

/** Both names of a problem; null where the topics have none of this name. */
export type NamesOfProblem = (
  family: string,
  problem: ProblemKey,
) => { readonly en: string; readonly ro: string } | null;

export interface ArticleIndex {
  readonly articles: ReadonlyMap<string, Article>;
  readonly engine: MiniSearch<IndexedArticle>;
  /** Terms some article has: only what none has may be a slip of the pen. */
  readonly terms: ReadonlySet<string>;
}

interface IndexedArticle {
  readonly id: string;
  readonly titleEn: string;
  readonly titleRo: string;
  readonly bodyEn: string;
  readonly bodyRo: string;
  readonly problemsEn: string;
  readonly problemsRo: string;
  readonly tags: string;
}

const FIELDS = ["titleEn", "titleRo", "bodyEn", "bodyRo", "problemsEn", "problemsRo", "tags"] as const;

/** How much the words of a field say. Measured by article-index.test.ts. */
const WEIGHT = { title: 2, problems: 2, tags: 2, body: 1 };
/** What is written in the language the reader does not read. */
const OTHER_LANGUAGE = 0.3;
const CODE = 2;
const OWN_FAMILY = 8;
/** The portal is nobody's product: with a product chosen its pages stand between that product's and the others'. */
const PORTAL_BESIDE_A_PRODUCT = 2;
const OWN_CATEGORY = 1.5;
const OWN_PROBLEM = 4;
const MOST_WORDS = 60;
const MOST_TEXT = 2000;

const termsIn = (field: string): ((word: string) => string[]) => {
  if (field.endsWith("En")) return englishTerms;
  return field.endsWith("Ro") ? romanianTerms : termsOfEither;
};
/** MiniSearch takes `false` for no term. */
const orNone = (terms: string[]): string[] | false => (terms.length === 0 ? false : terms);

export const buildArticleIndex = (articles: readonly Article[], namesOf: NamesOfProblem): ArticleIndex => {
  const terms = new Set<string>();
  const engine = new MiniSearch<IndexedArticle>({
    fields: [...FIELDS],
    tokenize: wordsOf,
    processTerm: (word, field) => {
      const found = termsIn(field ?? "")(word);
      for (const term of found) terms.add(term);
      return orNone(found);
    },
  });
  engine.addAll(articles.map((article) => indexed(article, namesOf)));
  return { articles: new Map(articles.map((article) => [article.id, article])), engine, terms };
};

const indexed = (article: Article, namesOf: NamesOfProblem): IndexedArticle => {
  const { family } = article;
  const names = family === null ? [] : article.problems.map((problem) => namesOf(family, problem));
  return {
    id: article.id,
    titleEn: article.title,
    titleRo: article.titleRo ?? "",
    bodyEn: article.body,
    bodyRo: article.bodyRo ?? "",
    problemsEn: names.map((name) => name?.en ?? "").join("\n"),
    problemsRo: names.map((name) => name?.ro ?? "").join("\n"),
    tags: article.tags.join("\n"),
  };
};

/** The same index after some articles were saved or retired: only those are read again. */
export const updateArticleIndex = (
  { articles: before, engine, terms }: ArticleIndex,
  articles: ReadonlyMap<string, Article>,
  namesOf: NamesOfProblem,
): ArticleIndex => {
  for (const [id] of before) if (!articles.has(id)) engine.discard(id);
  for (const [id, article] of articles) {
    if (before.get(id)?.revision === article.revision) continue;
    if (engine.has(id)) engine.replace(indexed(article, namesOf));
    else engine.add(indexed(article, namesOf));
  }
  return { articles, engine, terms };
};

/** Articles that answer the question, best first; none where no word of it means anything. */
export const searchArticles = (index: ArticleIndex, question: ArticleQuestion): readonly Hit[] => {
  const words = [...new Set(wordsOf(question.text.slice(0, MOST_TEXT)))].slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const last = words.at(-1) ?? "";
  const isUnfinished = (term: string): boolean => termsOfEither(last).includes(term);
  return index.engine
    .search(words.join(" "), {
      boost: boostsFor(question.language),
      processTerm: (word) => orNone(termsOfEither(word)),
      // Typos are forgiven in words that no article has: in those that one has they would only make noise.
      fuzzy: (term) => (isCode(term) || index.terms.has(term) ? false : typosIn(term)),
      prefix: (term) => term.length >= 3 && (isUnfinished(term) || (!isCode(term) && !index.terms.has(term))),
      weights: { fuzzy: 0.3, prefix: 0.4 },
      boostTerm: (term) => (isCode(term) ? CODE : 1),
      boostDocument: (id: string) => boostOf(index.articles.get(id), question),
    })
    .flatMap(({ id, score }) => {
      const article = index.articles.get(id as string);
      return article === undefined ? [] : [{ article, score }];
    });
};

const boostsFor = (language: Language): Record<(typeof FIELDS)[number], number> => {
  const [en, ro] = language === "ro" ? [OTHER_LANGUAGE, 1] : [1, OTHER_LANGUAGE];
  return {
    titleEn: WEIGHT.title * en,
    titleRo: WEIGHT.title * ro,
    problemsEn: WEIGHT.problems * en,
    problemsRo: WEIGHT.problems * ro,
    bodyEn: WEIGHT.body * en,
    bodyRo: WEIGHT.body * ro,
    tags: WEIGHT.tags,
  };
};

const typosIn = (term: string): number | false => {
  if (term.length < 4) return false;
  return term.length < 8 ? 1 : 2;
};

const boostOf = (article: Article | undefined, { family = null, problem = null }: ArticleQuestion): number => {
  if (article === undefined || family === null) return 1;
  if (article.family === null) return PORTAL_BESIDE_A_PRODUCT;
  if (article.family !== family) return 1;
  const sameCategory = article.problems.filter(({ categoryId }) => categoryId === problem?.categoryId);
  if (sameCategory.some(({ problemId }) => problemId === problem?.problemId)) return OWN_FAMILY * OWN_PROBLEM;
  return sameCategory.length > 0 ? OWN_FAMILY * OWN_CATEGORY : OWN_FAMILY;
};
