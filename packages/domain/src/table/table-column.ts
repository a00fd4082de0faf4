/** The head of a table: columns are known by their code and by what people call them, in either language (F56, K2). */
import { foldText } from "../shared/fold-text.js";

export interface TableColumn<Key extends string = string> {
  readonly key: Key;
  /** What else it may be called. */
  readonly names: readonly string[];
  readonly isNeeded: boolean;
}

/** Case, accents and what stands between words tell no columns apart: `Access ID`, `access_id` and `accessId` are one. */
export const foldedName = (name: string): string => foldText(name).replace(/[\p{Cf}\s_.:*-]/gu, "");

/** Where each column of the head belongs; null for one that is not known. */
export const columnsOfHead = <Key extends string>(
  head: readonly string[],
  columns: readonly TableColumn<Key>[],
): readonly (Key | null)[] => {
  const byName = new Map<string, Key>();
  for (const { key, names } of columns) for (const name of [key, ...names]) byName.set(foldedName(name), key);
  return head.map((name) => byName.get(foldedName(name)) ?? null);
};
