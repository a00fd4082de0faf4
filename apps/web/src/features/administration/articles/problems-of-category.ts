/** Problems of a family of products as a form keeps them: each a key of category and problem, all of them in one text. */
import type { ArticleFamiliesQuery, SaveArticleMutationVariables } from "./articles.generated";

type Family = ArticleFamiliesQuery["searchArticles"]["families"][number];
export type ProblemKey = SaveArticleMutationVariables["input"]["problems"][number];

export interface ProblemOfCategory {
  readonly key: string;
  readonly category: string;
  readonly name: string;
}

/** Slugs hold no slash. */
const keyOf = ({ categoryId, problemId }: ProblemKey): string => `${categoryId}/${problemId}`;

/** All problems of a family with the names of their categories. */
export const problemsOf = (family: Family | undefined): readonly ProblemOfCategory[] =>
  (family?.categories ?? []).flatMap((category) =>
    category.problems.map(({ id, name }) => ({
      key: keyOf({ categoryId: category.id, problemId: id }),
      category: category.name,
      name,
    })),
  );

/** The text a form keeps of the problems of an article. */
export const writeProblems = (problems: readonly ProblemKey[]): string =>
  problems.map(({ categoryId, problemId }) => keyOf({ categoryId, problemId })).join(" ");

/** The keys of such a text. */
export const readKeys = (text: string): string[] => text.split(" ").filter((key) => key !== "");

/** What the API is told of such a text. */
export const readProblems = (text: string): ProblemKey[] =>
  readKeys(text).map((key) => {
    const [categoryId = "", problemId = ""] = key.split("/");
    return { categoryId, problemId };
  });
