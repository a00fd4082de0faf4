/** The search of the help: by words, or all there is; narrowed by family and audience, never by what was chosen (F62). */
import type { Article } from "@accord/domain";
import type { RequestContext } from "../../context.js";
import { helpArticles } from "./articles.service.js";
import { searchArticles } from "./search/article-index.js";
import type { ElsewhereKind } from "./search.type.js";

export interface HelpQuestion {
  readonly text: string;
  readonly family: string | null;
  readonly audience: string | null;
  readonly productVersionId: string | null;
  readonly categoryId: string | null;
  readonly problemId: string | null;
  readonly first: number;
}

export interface HelpAnswer {
  readonly articles: readonly Article[];
  readonly totalCount: number;
  readonly families: readonly { readonly id: string }[];
  readonly audiences: readonly string[];
  readonly elsewhere: readonly { readonly kind: ElsewhereKind; readonly family: { readonly id: string } | null }[];
}

export const searchHelp = (context: RequestContext, question: HelpQuestion): HelpAnswer => {
  const all = [...context.service(helpArticles).current().values()];
  const version = context.catalogue.versions.get(question.productVersionId ?? "");
  const family = version === undefined ? null : context.catalogue.productOf(version).family;
  const { text, audience } = question;
  const found = (text.trim() === "" ? chosenFirst(all, family) : hitsOf(context, question, family)).filter(
    (article) =>
      (question.family === null || article.family === question.family) &&
      (audience === null || article.audience.includes(audience)),
  );
  const families = [...new Set(all.flatMap((article) => article.family ?? []))];
  const meant = question.family ?? family;
  return {
    articles: found.slice(0, question.first),
    totalCount: found.length,
    families: families.map((id) => ({ id })),
    audiences: [...new Set(all.flatMap((article) => article.audience))].sort(),
    elsewhere: [
      ...(meant !== null && families.includes(meant) ? [{ kind: "FAMILY" as const, family: { id: meant } }] : []),
      { kind: "ALL_ARTICLES", family: null },
      { kind: "NEW_REQUEST", family: null },
    ],
  };
};

const chosenFirst = (all: readonly Article[], family: string | null): readonly Article[] =>
  family === null
    ? all
    : [...all.filter((article) => article.family === family), ...all.filter((article) => article.family !== family)];

const hitsOf = (context: RequestContext, question: HelpQuestion, family: string | null): readonly Article[] => {
  const { categoryId, problemId, text } = question;
  const problem = categoryId === null ? null : { categoryId, ...(problemId === null ? {} : { problemId }) };
  const index = context.service(helpArticles).indexFor(context.catalogue);
  return searchArticles(index, { text, language: context.language, family, problem }).map(({ article }) => article);
};
