/** How text becomes terms: of an article as of a question, in either language, the same on every database (F62). */
import { foldText } from "@accord/domain";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRomanian } from "@orama/stemmers/romanian";
import { LRUCache } from "lru-cache";
import { STOP_WORDS } from "./stop-words.js";

const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST_CODE = 3;

/** Words without case, accents and width; `ș`, `ş` and `s` are one. */
export const wordsOf = (text: string): string[] => foldText(text).match(WORD) ?? [];

/** Numbers of errors, events and ports: never inflected, never nearly right. */
export const isCode = (word: string): boolean => word.length >= SHORTEST_CODE && /\d/.test(word);

/** `0x800f081f` and `800F081F` are one code. */
const bareCode = (code: string): string => code.replace(/^0x(?=[0-9a-f]{4,}$)/, "");

/** What of a word is searched by: nothing of one that every text has. */
const termsOf = (word: string, stems: readonly ((word: string) => string)[]): string[] => {
  if (isCode(word)) return [bareCode(word)];
  if (word.length < 2 || STOP_WORDS.has(word)) return [];
  return [...new Set(stems.map((stem) => stem(word)))];
};

/** A word is stemmed once: the same few thousand stand in every article. */
const remembering = (stem: (word: string) => string): ((word: string) => string) => {
  const known = new LRUCache<string, string>({ max: 50_000 });
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = stem(word);
    known.set(word, made);
    return made;
  };
};
const english = remembering(stemEnglish);
const romanian = remembering(stemRomanian);

const BOTH = [english, romanian];
export const englishTerms = (word: string): string[] => termsOf(word, [english]);
export const romanianTerms = (word: string): string[] => termsOf(word, [romanian]);
/** Of a question, whose language nobody knows: people search for English messages on Romanian pages. */
export const termsOfEither = (word: string): string[] => termsOf(word, BOTH);
