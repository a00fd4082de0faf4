/** Type-ahead over products and their versions: names and what people call them; every word must be found, the best match comes first (R60, F33). */
import { foldText } from "../shared/fold-text.js";

const LONGEST_SEARCH = 100;
/** Stands between two names; no search contains it. */
const BETWEEN = " \n ";
/** `ws2022` is two words, `2012r2` too, `m365` one or two: where letters meet two digits, and digits letters. */
const JOINTS = /(?<=\p{L})(?=\d{2})|(?<=\d)(?=\p{L})/u;

/** Names and aliases as they are compared, made once per catalogue. */
export interface SearchableProduct {
  readonly names: string;
  readonly aliases: readonly string[];
}

/** `names`: of the product, and of the version where one is meant. */
export const searchableProduct = (names: readonly string[], aliases: readonly string[] = []): SearchableProduct => ({
  names: names.map(foldText).join(BETWEEN),
  aliases: aliases.map(foldText),
});

/** The items that answer the search, best first; all of them, in their order, where nothing is searched. */
export const rankProducts = <Item>(
  items: readonly Item[],
  searchableOf: (item: Item) => SearchableProduct,
  search: string,
): readonly Item[] => {
  const words = wordsOf(search);
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, score: scoreOf(searchableOf(item), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
};

const wordsOf = (search: string): readonly string[] =>
  foldText(search.slice(0, LONGEST_SEARCH))
    .split(/\s+/)
    .filter((word) => word !== "");

const scoreOf = (searchable: SearchableProduct, words: readonly string[]): number => {
  const scores = words.map((word) => scoreOfWord(searchable, word));
  if (scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score, 1 + scoreOfWhole(searchable, words.join(" ")));
};

/** The very name counts most, then the very alias, then the beginning of a name. */
const scoreOfWhole = ({ names, aliases }: SearchableProduct, text: string): number => {
  const parts = names.split(BETWEEN);
  if (parts.includes(text)) return 8;
  if (aliases.includes(text)) return 6;
  return parts.some((part) => part.startsWith(text)) ? 4 : 0;
};

/** The beginning of a word counts more than a whole alias, that more than the middle of a word; what is written together counts least. */
const scoreOfWord = ({ names, aliases }: SearchableProduct, word: string): number => {
  if (beginsAWord(names, word)) return 2;
  if (aliases.includes(word)) return 1.5;
  if (names.includes(word)) return 1;
  if (aliases.some((alias) => beginsAWord(alias, word))) return 1;
  const pieces = word.split(JOINTS);
  const isFound = (piece: string): boolean => beginsAWord(names, piece) || aliases.includes(piece);
  return pieces.length > 1 && pieces.every(isFound) ? 0.5 : 0;
};

const beginsAWord = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);
