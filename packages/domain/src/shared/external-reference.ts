/** What another system calls a thing of ours, and what it keeps with it: words for programs, in the form that fits an index (F73). */
import { hasForbiddenCharacters, lengthOf } from "./text.js";

export const REFERENCE_LIMITS = {
  /** Characters of a reference. */
  reference: 200,
  /** Entries kept with one thing. */
  entries: 20,
  name: 40,
  value: 500,
} as const;

export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}

/** Letters, digits and a few signs: a name is compared as it stands. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

const isOnOneLine = (text: string, most: number): boolean =>
  text !== "" && text === text.trim() && lengthOf(text) <= most && !hasForbiddenCharacters(text);

export const isExternalReference = (text: string): boolean => isOnOneLine(text, REFERENCE_LIMITS.reference);

/** The place of the first entry that cannot be kept, and why; null: all of them can. */
export const findMetadataFault = (
  entries: readonly MetadataEntry[],
): { readonly place: number; readonly fault: "COUNT" | "NAME" | "TWICE" | "VALUE" } | null => {
  const names = new Set<string>();
  for (const [place, { name, value }] of entries.entries()) {
    if (place === REFERENCE_LIMITS.entries) return { place, fault: "COUNT" };
    if (!NAME.test(name) || name.length > REFERENCE_LIMITS.name) return { place, fault: "NAME" };
    if (names.has(name)) return { place, fault: "TWICE" };
    if (!isOnOneLine(value, REFERENCE_LIMITS.value)) return { place, fault: "VALUE" };
    names.add(name);
  }
  return null;
};
