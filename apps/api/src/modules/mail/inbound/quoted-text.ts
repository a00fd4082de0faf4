/**
 * The text of an answer in two: what a person wrote, and the mail they answered, which the page folds (F50).
 * Nothing is thrown away, and a line that may be the person's is never folded: better a line too many in sight.
 */
import type { LetterMemory } from "./own-letter.js";
import {
  beginsAttribution,
  beginsHead,
  continuesHead,
  headNameOf,
  isAttribution,
  isDelimiter,
  isDivider,
  namesMoment,
} from "./quote-heads.js";

export interface SplitText {
  readonly own: string;
  /** From the beginning of the quote to the end; "" without one. */
  readonly quoted: string;
}

interface Text {
  readonly lines: readonly string[];
  readonly memory: LetterMemory;
}
interface Lines extends Text {
  readonly heads: Heads;
  readonly introductions: Introductions;
}

/** Longer than any introduction that a mail program breaks. */
const BROKEN_OVER = 3;
const SHORTEST_HEAD = 3;
const LONGEST_HEAD = 12;
const LONGEST_SIGNATURE = 10;

export const splitText = (text: string, memory: LetterMemory): SplitText => {
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ").split("\n");
  const all = { lines, memory, heads: headBlocks(lines), introductions: introductionsIn({ lines, memory }) };
  const cut = startOfSignature(lines, startOfQuote(all));
  return { own: tidy(lines.slice(0, cut)), quoted: tidy(lines.slice(cut)) };
};

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";
const isQuoted = (line: string | undefined): boolean => line?.startsWith(">") === true;

const nextWords = (lines: readonly string[], place: number): string | undefined =>
  lines.slice(place, place + 2 * LONGEST_HEAD).find((line) => !isBlank(line));

/** First line of the quote that ends the mail; the number of lines where none does. */
const startOfQuote = (all: Lines): number => {
  const { lines } = all;
  const letter = startOfLetter(all);
  let start = letter;
  while (start > 0 && (isBlank(lines[start - 1]) || isQuoted(lines[start - 1]))) start -= 1;
  while (start < letter && isBlank(lines[start])) start += 1;
  return withIntroduction(all, start);
};

/** Where a letter of ours begins that stands unmarked to the end, as Outlook quotes: after a head that mail programs write, or our marker. */
const startOfLetter = (all: Lines): number => {
  const { lines, memory, heads, introductions } = all;
  const introducing = new Set([...introductions].flatMap(([last, first]) => range(first, last)));
  const isOfLetter = (line: string, place: number): boolean =>
    isBlank(line) ||
    isQuoted(line) ||
    isDelimiter(line) ||
    heads.has(place) ||
    introducing.has(place) ||
    memory.isMarker(line) ||
    isDivider(line) ||
    memory.isLetterLine(line);
  let region = lines.length;
  while (region > 0 && isOfLetter(lines[region - 1] ?? "", region - 1)) region -= 1;
  const first = new Set(introductions.values());
  const begins = (line: string, place: number): boolean =>
    first.has(place) ||
    (!isQuoted(line) && memory.isMarker(line)) ||
    (heads.get(place) === "first" && isHeadOfLetter(all, place)) ||
    (isDivider(line) && /\p{L}/u.test(line) && followsLetter(all, place));
  const begin = lines.findIndex((line, place) => place >= region && begins(line, place));
  return begin === -1 ? lines.length : begin;
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_none, place) => first + place);

/** A head that names us, with a letter below it: one that a person pasted names somebody else. */
const isHeadOfLetter = (all: Lines, place: number): boolean => {
  const { lines, memory, heads } = all;
  const end = lines.findIndex((line, next) => next > place && !isBlank(line) && heads.get(next) !== "more");
  const isOurs = lines.slice(place, end).some((line) => memory.namesUs(line)) || memory.isMarker(lines[end] ?? "");
  return end !== -1 && isOurs && followsLetter(all, place);
};

const followsLetter = ({ lines, memory, heads }: Lines, place: number): boolean => {
  let next = place + 1;
  while (next < lines.length && (isBlank(lines[next]) || heads.has(next))) next += 1;
  const line = lines[next];
  return line !== undefined && (isQuoted(line) || memory.isMarker(line) || memory.isLetterLine(line));
};

type Heads = ReadonlyMap<number, "first" | "more">;

/** Lines of each block such as Outlook writes: three or more headers, each once, close together. */
const headBlocks = (lines: readonly string[]): Heads => {
  const found = new Map<number, "first" | "more">();
  for (let place = 0; place < lines.length; place += 1) {
    if (found.has(place) || !mayBeginHead(lines, place)) continue;
    const block = headFrom(lines, place);
    if (block.length >= SHORTEST_HEAD) for (const one of block) found.set(one, one === place ? "first" : "more");
  }
  return found;
};

/** After a line that introduces it, a head may begin with whom it went to. */
const mayBeginHead = (lines: readonly string[], place: number): boolean => {
  const line = lines[place] ?? "";
  if (headNameOf(line) === null) return false;
  return beginsHead(line, nextWords(lines, place + 1) ?? "") || isAttribution(lines[place - 1] ?? "");
};

const headFrom = (lines: readonly string[], place: number): readonly number[] => {
  const block: number[] = [];
  const names = new Set<string>();
  for (let next = place; next < lines.length && block.length < LONGEST_HEAD; next += 1) {
    const line = lines[next] ?? "";
    const name = headNameOf(line);
    if (isBlank(line)) {
      if ((block.at(-1) ?? 0) < next - 1) break;
    } else if (name !== null && !names.has(name)) {
      names.add(name);
      block.push(next);
    } else if (name === null && continuesHead(line)) block.push(next);
    else break;
  }
  return block;
};

/** Where each introduction of a quote of ours begins, by its last line. */
type Introductions = ReadonlyMap<number, number>;

const introductionsIn = ({ lines, memory }: Text): Introductions => {
  const found = new Map<number, number>();
  for (const [last, line] of lines.entries()) {
    if (isBlank(line) || isQuoted(line)) continue;
    const first = firstLineOf(lines, last);
    const next = nextWords(lines, last + 1);
    if (first === null || next === undefined) continue;
    const isOurs = memory.namesUs(lines.slice(first, last + 1).join(" ")) || memory.isMarker(next);
    if (isOurs && (isQuoted(next) || memory.isMarker(next) || memory.isLetterLine(next))) found.set(last, first);
  }
  return found;
};

/** Programs break long introductions: what stands above belongs to it only where it names the moment that the last line lacks. */
const firstLineOf = (lines: readonly string[], last: number): number | null => {
  const line = lines[last] ?? "";
  if (!isAttribution(line)) return null;
  if (namesMoment(line)) return last;
  for (let above = last - 1; above > last - BROKEN_OVER && above >= 0; above -= 1) {
    if (isBlank(lines[above]) || isQuoted(lines[above])) break;
    if (beginsAttribution(lines[above] ?? "")) return above;
  }
  return last;
};

/** What stands right above the quote and belongs to it: its introduction, a line that divides. */
const withIntroduction = (all: Lines, start: number): number => {
  const { lines, introductions } = all;
  if (start >= lines.length) return start;
  let above = start;
  while (above > 0 && isBlank(lines[above - 1])) above -= 1;
  const introduction = introductions.get(above - 1);
  if (introduction !== undefined) return withIntroduction(all, introduction);
  return above > 0 && isDivider(lines[above - 1] ?? "") ? withIntroduction(all, above - 1) : start;
};

/** What programs and queries are made of. */
const CODE = /[;={}$\\`"'|]|^[#/]|\b(select|insert|update|from|where)\b/iu;
/** Names a person as signatures do: a telephone, an address, a site. */
const SIGNED =
  /(^|\s)(\+|00)\d[\d ()/-]{6,}\d|\b(tel|phone|mobil\w*|mobile|fax|telefon\w*)\b|[^\s@]+@[^\s@]+\.\w|\bwww\./iu;

/** Above the quote or at the end, after its delimiter, short, and naming somebody; `--` alone is a line of a script. */
const startOfSignature = (lines: readonly string[], end: number): number => {
  const delimiter = lines.slice(0, end).findLastIndex(isDelimiter);
  if (delimiter === -1) return end;
  const signature = lines.slice(delimiter + 1, end).filter((line) => !isBlank(line));
  const isSigned = signature.length > 0 && signature.length <= LONGEST_SIGNATURE;
  return isSigned &&
    signature.every((line) => line.length < 120 && !CODE.test(line)) &&
    signature.some((line) => SIGNED.test(line))
    ? delimiter
    : end;
};
