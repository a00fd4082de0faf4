/** The trees of this program, read once, and the one of a problem (R61, F63). */
import { type DecisionTree, type ProductVersion, treeFor } from "@accord/domain";
import type { CatalogueIndex } from "../../catalogue/module.js";
import { loadTrees } from "../trees/load-trees.js";

let loaded: readonly DecisionTree[] | null = null;

/** @throws Error with file, line and sentence when a file is wrong */
export const dialogueTrees = (): readonly DecisionTree[] => {
  loaded ??= loadTrees();
  return loaded;
};

/** Null: the virtual agent knows nothing about this problem. */
export const dialogueTreeOf = (
  catalogue: CatalogueIndex,
  version: ProductVersion,
  categoryId: string,
  problemId: string,
): DecisionTree | null => treeFor(dialogueTrees(), catalogue.productOf(version).family, categoryId, problemId);
