/** A request's text as words of the search index: cut here, in one way, so that both engines find the same (F41). */
import { fold } from "./fold.js";

/** Longer ones are told apart by their beginning. */
const LONGEST_WORD = 64;
/** What an index row holds at most: a log in a description adds no words past these. */
const MOST_WORDS = 4000;
/** What a question holds at most. */
const MOST_ASKED = 12;

const cut = (text: string, most: number): string[] => {
  const words = new Set<string>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.slice(0, LONGEST_WORD));
    if (words.size === most) break;
  }
  return [...words];
};

/** What is searched of a request: number, title and description. */
export const wordsOf = (request: {
  readonly number: string;
  readonly title: string;
  readonly description: string;
}): string[] => cut(`${request.number} ${request.title} ${request.description}`, MOST_WORDS);

/** The beginnings of words that must all be there; empty: nothing to look for. */
export const askedWords = (text: string): string[] => cut(text, MOST_ASKED);
