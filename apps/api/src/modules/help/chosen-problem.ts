/** The problem that somebody chose, where there is one: for what is asked, tried and claimed about it. */
import type { ProductVersion } from "@accord/domain";
import { RequestError } from "../../kernel/graphql/request-error.js";
import type { CatalogueIndex } from "../catalogue/module.js";

interface ChosenProblem {
  readonly versionId: string;
  readonly categoryId: string;
  readonly problemId: string;
}

/** The same, of a question that is about it. @throws RequestError NOT_FOUND */
export const askedVersion = (catalogue: CatalogueIndex, chosen: ChosenProblem): ProductVersion => {
  const version = versionWithProblem(catalogue, chosen);
  if (version !== null) return version;
  throw new RequestError("NOT_FOUND", { inputPath: [unknownOf(catalogue, chosen)] });
};

const unknownOf = (catalogue: CatalogueIndex, { versionId, categoryId }: ChosenProblem): string => {
  const version = catalogue.versions.get(versionId);
  if (version === undefined) return "productVersionId";
  return catalogue.categoryOf(version, categoryId).problems.length === 0 ? "categoryId" : "problemId";
};

/** The version, where its products have such a problem; null: nothing of the kind. */
export const versionWithProblem = (
  catalogue: CatalogueIndex,
  { versionId, categoryId, problemId }: ChosenProblem,
): ProductVersion | null => {
  const version = catalogue.versions.get(versionId);
  if (version === undefined) return null;
  const { problems } = catalogue.categoryOf(version, categoryId);
  return problems.some(({ id }) => id === problemId) ? version : null;
};
