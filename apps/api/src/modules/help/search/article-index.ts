/** The index of all articles in memory: both languages, names of problems, tags. No database is asked (F62). */
import type { Article, Language, ProblemKey } from "@accord/domain";
import { englishTerms, isCode, romanianTerms, termsOfEither, wordsOf } from "./analysis.js";
import { type IndexedField, InvertedIndex } from "./inverted-index.js";

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
  /** Those that were read into it. */
  readonly articles: Map<string, Article>;
  readonly engine: InvertedIndex;
}

const FIELDS = ["titleEn", "titleRo", "bodyEn", "bodyRo", "problemsEn", "problemsRo", "tags"] as const;
type Field = (typeof FIELDS)[number];

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

const termsIn = (field: Field): ((word: string) => string[]) => {
  if (field.endsWith("En")) return englishTerms;
  return field.endsWith("Ro") ? romanianTerms : termsOfEither;
};

export const createArticleIndex = (): ArticleIndex => ({
  articles: new Map(),
  engine: new InvertedIndex(FIELDS.length),
});

/** Lets others be answered between two articles when it is time for that; null: not yet. */
export type Rest = () => Promise<void> | null;
const NEVER: Rest = () => null;

/** Reads into the index what it lacks or has in another revision, and takes out what is not among `articles`. It can be searched meanwhile. */
export const updateArticleIndex = async (
  { articles: known, engine }: ArticleIndex,
  articles: ReadonlyMap<string, Article>,
  namesOf: NamesOfProblem,
  rest: Rest = NEVER,
): Promise<void> => {
  for (const id of known.keys()) {
    if (articles.has(id)) continue;
    engine.remove(id);
    known.delete(id);
  }
  for (const [id, article] of articles) {
    if (known.get(id)?.revision === article.revision) continue;
    const pause = rest();
    if (pause !== null) await pause;
    engine.put(id, fieldsOf(article, namesOf));
    known.set(id, article);
  }
};

/** Each word is made terms of once, however often it stands there. */
export const fieldOf = (text: string, termsOf: (word: string) => readonly string[]): IndexedField => {
  const words = countsOf(wordsOf(text), new Map());
  const terms = new Map<string, number>();
  for (const [word, count] of words) countsOf(termsOf(word), terms, count);
  return { terms, length: words.size };
};

const countsOf = (found: readonly string[], counts: Map<string, number>, by = 1): Map<string, number> => {
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + by);
  return counts;
};

const fieldsOf = (article: Article, namesOf: NamesOfProblem): IndexedField[] => {
  const { family } = article;
  const names = family === null ? [] : article.problems.map((problem) => namesOf(family, problem));
  const texts: Readonly<Record<Field, string>> = {
    titleEn: article.title,
    titleRo: article.titleRo ?? "",
    bodyEn: article.body,
    bodyRo: article.bodyRo ?? "",
    problemsEn: names.map((name) => name?.en ?? "").join("\n"),
    problemsRo: names.map((name) => name?.ro ?? "").join("\n"),
    tags: article.tags.join("\n"),
  };
  return FIELDS.map((field) => fieldOf(texts[field], termsIn(field)));
};

/** Articles that answer the question, best first; none where no word of it means anything. */
export const searchArticles = (index: ArticleIndex, question: ArticleQuestion): readonly Hit[] => {
  const words = [...new Set(wordsOf(question.text.slice(0, MOST_TEXT)))].slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const last = words.at(-1) ?? "";
  const isUnfinished = (term: string): boolean => termsOfEither(last).includes(term);
  const query = words.flatMap(termsOfEither).map((term) => {
    const isOfCode = isCode(term);
    // Typos are forgiven in words that no article has: in those that one has they would only make noise.
    const isStrange = !isOfCode && !index.engine.hasTerm(term);
    return {
      term,
      boost: isOfCode ? CODE : 1,
      isPrefix: term.length >= 3 && (isStrange || isUnfinished(term)),
      typos: isStrange ? typosIn(term) : 0,
    };
  });
  const boosts = boostsFor(question.language);
  return index.engine
    .search(query, {
      fields: FIELDS.map((field) => boosts[field]),
      ofDocument: (id) => boostOf(index.articles.get(id), question),
    })
    .flatMap(({ id, score }) => {
      const article = index.articles.get(id);
      return article === undefined ? [] : [{ article, score }];
    });
};

const boostsFor = (language: Language): Record<Field, number> => {
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

const typosIn = (term: string): number => {
  if (term.length < 4) return 0;
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
