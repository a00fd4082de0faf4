/** Searching by parts of a text, as SQL; what is asked and how text is folded is the domain's (searched-text). */
import { searchedParts } from "@accord/domain";

export interface Condition {
  readonly text: string;
  readonly params: string[];
}

/** A LIKE pattern that finds `part` literally, with `\` as its escape. */
export const likePattern = (part: string): string => `%${part.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** The folded text of an expression: its copy, or its lower case where no copy is kept (domain: foldedUnlessPlain). */
export const foldedText = (copy: string, original: string): string => `coalesce(${copy}, lower(${original}))`;

/** Every part of `search` stands in one of the places; a place has one `?` for the pattern. Null: nothing is asked. */
export const holdsEvery = (search: string, places: readonly string[]): Condition | null => {
  const parts = searchedParts(search);
  if (parts.length === 0) return null;
  const one = `(${places.join(" OR ")})`;
  return {
    text: parts.map(() => one).join(" AND "),
    params: parts.flatMap((part) => places.map(() => likePattern(part))),
  };
};

/** A place of `holdsEvery`. */
export const isLike = (expression: string): string => `${expression} LIKE ? ESCAPE '\\'`;
