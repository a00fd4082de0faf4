/** The problem that somebody chose, where there is one: for what is asked, tried and claimed about it. */
import type { ProductVersion } from "@accord/domain";
import type { CatalogueIndex } from "../catalogue/module.js";

/** The version, where its products have such a problem; null: nothing of the kind. */
export const versionWithProblem = (
  catalogue: CatalogueIndex,
  {
    versionId,
    categoryId,
    problemId,
  }: { readonly versionId: string; readonly categoryId: string; readonly problemId: string },
): ProductVersion | null => {
  const version = catalogue.versions.get(versionId);
  if (version === undefined) return null;
  const { problems } = catalogue.categoryOf(version, categoryId);
  return problems.some(({ id }) => id === problemId) ? version : null;
};
