/** What is typed into a search and what it is looked for in: one way for requests, the queue, people and agreements (K8). */
import { foldText } from "./fold-text.js";

/** What a question holds at most. */
const MOST_ASKED = 12;
/** Longer words are told apart by their beginning. */
const LONGEST_WORD = 64;

/** Scripts that write no spaces: a word of theirs is found inside a run of letters, by pairs of them. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** An error code as programs print it. */
const CODE = /^0x(?=[0-9a-f])/;

/** Sixteen digits that stand alone, in blocks or in one: the number of a request. */
const BLOCKS = /(?<![\p{L}\p{N}])\d(?:[ \u2010-\u2015\u2212-]?\d){15}(?![\p{L}\p{N}])/gu;
/** As it stands in the subject of a letter. */
const BRACKETED = /\[[^\]\d]*(\d{16})[^\]\d]*\]/;

/** Folded, numbers of requests in one block; one in square brackets is all that is asked for. */
const asked = (text: string): string => {
  const joined = foldText(text)
    .trim()
    .replace(BLOCKS, (number) => number.replace(/\D/g, ""));
  return BRACKETED.exec(joined)?.[1] ?? joined;
};

/** Quotation marks and brackets around a word; `c#`, `.net` and `50%` keep their signs. */
const AROUND = /^["'“”„‘’«»([{<]+|["'“”„‘’«»)\]}>,;]+$/gu;

/** Parts that must all stand somewhere in the folded text, each literally; none: nothing to look for. */
export const searchedParts = (text: string): string[] => {
  const parts = asked(text)
    .split(/\s+/u)
    .map((part) => part.replace(AROUND, "").replace(CODE, ""))
    .filter((part) => part !== "");
  return [...new Set(parts)].slice(0, MOST_ASKED);
};

/** Beginnings that must all be among the words of an index. */
export const searchedWords = (text: string): string[] => {
  const words = [...asked(text).matchAll(WORD)].flatMap(([word]) => splitWord(word, (run) => pairsOf(run)));
  return [...new Set(words.map((word) => word.replace(CODE, "")))].slice(0, MOST_ASKED);
};

/** The words of a text as an index holds them, `most` at most: a log in a description adds none past these. */
export const indexedWords = (text: string, most: number): string[] => {
  const words = new Set<string>();
  for (const [word] of foldText(text).matchAll(WORD)) {
    for (const part of splitWord(word, (run) => [...pairsOf(run), [...run].at(-1) ?? run])) {
      words.add(part);
      if (CODE.test(part)) words.add(part.replace(CODE, ""));
    }
    if (words.size >= most) break;
  }
  return [...words].slice(0, most);
};

/** Runs of an unspaced script become what `cut` makes of them; what stands between is a word. */
const splitWord = (word: string, cut: (run: string) => readonly string[]): readonly string[] => {
  if (word.search(UNSPACED) < 0) return [shortened(word)];
  const parts: string[] = [];
  let end = 0;
  for (const found of word.matchAll(UNSPACED)) {
    if (found.index > end) parts.push(shortened(word.slice(end, found.index)));
    parts.push(...cut(found[0]));
    end = found.index + found[0].length;
  }
  if (end < word.length) parts.push(shortened(word.slice(end)));
  return parts;
};

const shortened = (word: string): string =>
  word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join("");

/** Neighbours, two at a time; a single sign is itself. */
const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, place) => `${signs[place] ?? ""}${sign}`);
};

/** Text beside which no folded copy is kept: all of it is ASCII, so its lower case is its folded form. */
export const foldedUnlessPlain = (text: string): string | null =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for.
  /^[\u0000-\u007f]*$/.test(text) ? null : foldText(text);
