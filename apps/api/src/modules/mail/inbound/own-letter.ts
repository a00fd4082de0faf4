/** Recognises lines of the letters we send, so that a quoted one is told from what a person wrote (F50). */
import { foldText } from "@accord/domain";

export interface LetterMemory {
  /** The line that says where to write: ours, in any language, however its dashes came back. */
  isMarker(line: string): boolean;
  /** A line of a letter of ours, whole, wrapped or cut. */
  isLetterLine(line: string): boolean;
  /** Names us as whom somebody answers: the sender's name, or an address of ours. */
  namesUs(line: string): boolean;
}

export interface LetterContents {
  /** Every sentence that our letters may hold, in every language. */
  readonly sentences: readonly string[];
  /** Values that may stand in them: a line is one of these as a whole, or not at all. */
  readonly values: readonly string[];
  readonly markers: readonly string[];
  /** Names of facts: `Product` of "Product: Windows Server". */
  readonly labels: readonly string[];
  readonly senders: readonly string[];
}

/** So much of a line must stand in one of our sentences, word after word. */
const SHARE = 0.6;
const FEWEST_WORDS = 3;
/** Numbers, and what stands between them in a date: the name of its zone, "at". */
const MOMENT = /\d|^(at|la|gmt|utc|[a-z]{2,4}t)$/;
const SEPARATORS = /[\p{Pd}\p{Pc}\s*#=|⎯─━>•·]+/gu;

export const rememberLetters = (letters: LetterContents): LetterMemory => {
  const { sentences, values, markers, labels, senders } = letters;
  const whole = new Set([...sentences, ...values].map((unit) => wordsOf(unit).join(" ")).filter((unit) => unit !== ""));
  const pairs = new Set(sentences.flatMap((sentence) => pairsOf(wordsOf(sentence))));
  const names = labels.map((label) => wordsOf(label).join(" "));
  const known = new Set([...whole].flatMap((unit) => unit.split(" ")));
  const marked = markers.map((marker) => wordsOf(marker).join(" "));
  const us = senders.map((sender) => foldText(sender).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const naming = new RegExp(`(?<![\\p{L}\\p{N}])(?:${us.join("|")})(?![\\p{L}\\p{N}])`, "u");
  const isFact = (words: readonly string[]): boolean => {
    const line = words.join(" ");
    const label = names.find((name) => line === name || line.startsWith(`${name} `));
    if (label === undefined) return false;
    const value = line.slice(label.length).trim();
    return value === "" || value.split(" ").every((word) => known.has(word) || MOMENT.test(word));
  };
  return {
    isMarker: (line) => {
      const bare = foldText(line.replace(/^[>\s]+/, "").trim());
      if (/^#{1,2}-\s.{1,200}\s-#{1,2}$/.test(bare)) return true;
      const text = wordsOf(bare.replace(SEPARATORS, " ")).join(" ");
      return marked.includes(text) && /^[\p{Pd}\p{Pc}*=⎯─━]/u.test(bare);
    },
    isLetterLine: (line) => {
      const words = wordsOf(withoutOwnLinks(line.replace(/^[>\s]+/, "")));
      if (words.length === 0) return isBare(withoutOwnLinks(line));
      if (whole.has(words.join(" ")) || isFact(words)) return true;
      if (words.length < FEWEST_WORDS) return false;
      const said = pairsOf(words);
      return said.filter((pair) => pairs.has(pair)).length >= said.length * SHARE;
    },
    namesUs: (line) => us.length > 0 && naming.test(foldText(line)),
  };
};

/** Links into a portal, as we wrote them or as a mail gateway wrapped them. */
const withoutOwnLinks = (line: string): string =>
  line.replace(/<?https?:\/\/[^\s<>]+(\/|%2F)(requests|queue|invitations|receipts)(\/|%2F)[^\s<>]*>?/gi, " ");

/** Nothing but what frames a text: a person's "?!" or thumb is none of it. */
const isBare = (line: string): boolean => /^[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}>*|=#•⎯─━:]*$/u.test(line);

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+(?:[.:'’-][\p{L}\p{N}]+)*/gu) ?? [];

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, place) => `${words[place]} ${word}`);
