/** A help article (R5, R55): what one may hold. Both languages, and Markdown without HTML of its own. */
import type { CivilDate } from "../shared/calendar.js";
import { accept, type Refusal, type Result, refuseAll } from "../shared/result.js";
import { checkText, invalid, type TextRefusalCode, type TextRule } from "../shared/text.js";
import { findMarkup } from "./find-markup.js";

export const ARTICLE_KINDS = ["PRODUCT", "PORTAL"] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** A problem of the topics of a family. */
export interface ProblemKey {
  readonly categoryId: string;
  readonly problemId: string;
}

export interface ArticleContent {
  readonly kind: ArticleKind;
  /** Of the products it is about; null: the portal. */
  readonly family: string | null;
  readonly problems: readonly ProblemKey[];
  readonly tags: readonly string[];
  readonly title: string;
  /** Null: not translated yet. */
  readonly titleRo: string | null;
  /** Markdown. */
  readonly body: string;
  readonly bodyRo: string | null;
  readonly audience: readonly string[];
  /** Slugs of other articles. */
  readonly related: readonly string[];
}

export interface Article extends ArticleContent {
  /** Slug: stands in addresses, never changes. */
  readonly id: string;
  readonly updatedOn: CivilDate | null;
  /** Raised by one on each save; a save names the revision it saw (CHANGED_MEANWHILE). */
  readonly revision: number;
}

export type ArticleRefusalCode = TextRefusalCode | "ARTICLE_HAS_HTML";

/** What else must be there for an article to lead somewhere. */
export interface ArticleSurroundings {
  readonly hasFamily: (family: string) => boolean;
  readonly hasProblem: (family: string, problem: ProblemKey) => boolean;
  readonly hasArticle: (id: string) => boolean;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;
const MOST_IN_LIST = 30;
const BODY: TextRule = { max: 20_000, isRequired: true, isMultiline: true };
const TITLE: TextRule = { max: 200, isRequired: true, isMultiline: false };
const WORD: TextRule = { max: 60, isRequired: true, isMultiline: false };

export const isArticleSlug = (id: string): boolean => id.length <= LONGEST_SLUG && SLUG.test(id);

/** What an administrator wrote, or everything that keeps it from being shown. */
export const decideArticle = (
  id: string,
  content: ArticleContent,
  around: ArticleSurroundings,
): Result<ArticleContent, ArticleRefusalCode> => {
  const refusals = [
    ...(isArticleSlug(id) ? [] : [invalid(["id"], "slug")]),
    ...checkText(content.title, TITLE, ["title"]),
    ...checkText(content.titleRo, TITLE, ["titleRo"]),
    ...bodyRefusals(content.body, "body"),
    ...bodyRefusals(content.bodyRo ?? "", "bodyRo"),
    ...listRefusals(content.tags, "tags"),
    ...listRefusals(content.audience, "audience"),
    ...referenceRefusals(id, content, around),
  ];
  return refusals.length > 0 ? refuseAll(refusals) : accept(content);
};

const bodyRefusals = (body: string, field: string): readonly Refusal<ArticleRefusalCode>[] => {
  const unfit = checkText(body, BODY, [field]);
  if (unfit.length > 0) return unfit;
  const found = findMarkup(body);
  const markup: readonly Refusal<ArticleRefusalCode>[] =
    found === null
      ? []
      : [{ code: "ARTICLE_HAS_HTML", path: [field], params: { line: found.line, found: found.text } }];
  return markup;
};

const listRefusals = (items: readonly string[], field: string): readonly Refusal<ArticleRefusalCode>[] =>
  items.length > MOST_IN_LIST
    ? [invalid([field], "count")]
    : items.flatMap((item, place) => checkText(item, WORD, [field, String(place)]));

/** A family, its problems and related articles are there, each named once; an article about products names their family. */
const referenceRefusals = (
  id: string,
  { kind, family, problems, related }: ArticleContent,
  { hasFamily, hasProblem, hasArticle }: ArticleSurroundings,
): readonly Refusal<ArticleRefusalCode>[] => {
  const isFamilyRight = family === null ? kind === "PORTAL" : kind === "PRODUCT" && hasFamily(family);
  return [
    ...(isFamilyRight ? [] : [invalid(["family"], "choice")]),
    ...(problems.length > MOST_IN_LIST ? [invalid(["problems"], "count")] : []),
    ...(related.length > MOST_IN_LIST ? [invalid(["related"], "count")] : []),
    ...problems.flatMap((problem, place) =>
      family !== null && hasProblem(family, problem) ? [] : [invalid(["problems", String(place)], "choice")],
    ),
    ...related.flatMap((other, place) =>
      other !== id && related.indexOf(other) === place && hasArticle(other)
        ? []
        : [invalid(["related", String(place)], "choice")],
    ),
  ];
};
