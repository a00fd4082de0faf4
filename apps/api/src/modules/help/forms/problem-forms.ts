/** The forms of this program, read once, and the one a problem is asked (F34). */
import { formOf, type ProblemForm, type ProductVersion } from "@accord/domain";
import type { CatalogueIndex } from "../../catalogue/module.js";
import { loadForms } from "./load-forms.js";

let loaded: readonly ProblemForm[] | null = null;

/** @throws Error with file, line and sentence when a file is wrong */
export const problemForms = (): readonly ProblemForm[] => {
  loaded ??= loadForms();
  return loaded;
};

/** Null: nothing more is asked about this problem. */
export const problemFormOf = (
  catalogue: CatalogueIndex,
  version: ProductVersion,
  categoryId: string,
  problemId: string,
): ProblemForm | null => formOf(problemForms(), catalogue.productOf(version).family, categoryId, problemId);
