/** The search of the help: by words, or all there is; narrowed by family and audience, never by what was chosen (F62). */
import type { Article } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { helpArticles } from "./articles.service.js";
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

export const searchHelp = async (context: RequestContext, question: HelpQuestion): Promise<HelpAnswer> => {
  const shown = context.service(helpArticles).current();
  const all = [...shown.values()];
  const version = context.catalogue.versions.get(question.productVersionId ?? "");
  const family = version === undefined ? null : context.catalogue.productOf(version).family;
  const { text, audience } = question;
  const asked = text.trim() === "" ? chosenFirst(all, family) : await hitsOf(context, question, family);
  const found = asked.filter(
    (article) =>
      (question.family === null || article.family === question.family) &&
      (audience === null || article.audience.includes(audience)),
  );
  const { families, audiences } = choicesOf(shown);
  const meant = question.family ?? family;
  return {
    articles: found.slice(0, question.first),
    totalCount: found.length,
    families: families.map((id) => ({ id })),
    audiences,
    elsewhere: [
      ...(meant !== null && families.includes(meant) ? [{ kind: "FAMILY" as const, family: { id: meant } }] : []),
      { kind: "ALL_ARTICLES", family: null },
      { kind: "NEW_REQUEST", family: null },
    ],
  };
};

interface Choices {
  readonly families: readonly string[];
  readonly audiences: readonly string[];
}

/** The same for every question until an article changes. */
const known = new WeakMap<ReadonlyMap<string, Article>, Choices>();

const choicesOf = (shown: ReadonlyMap<string, Article>): Choices => {
  const before = known.get(shown);
  if (before !== undefined) return before;
  const all = [...shown.values()];
  const choices = {
    families: [...new Set(all.flatMap((article) => article.family ?? []))],
    audiences: [...new Set(all.flatMap((article) => article.audience))].sort(),
  };
  known.set(shown, choices);
  return choices;
};

const chosenFirst = (all: readonly Article[], family: string | null): readonly Article[] =>
  family === null
    ? all
    : [...all.filter((article) => article.family === family), ...all.filter((article) => article.family !== family)];

const hitsOf = (
  context: RequestContext,
  { categoryId, problemId, text }: HelpQuestion,
  family: string | null,
): Promise<readonly Article[]> => {
  const problem = categoryId === null ? null : { categoryId, ...(problemId === null ? {} : { problemId }) };
  const question = { text, language: context.language, family, problem };
  return context.service(helpArticles).search(context.catalogue, question);
};
