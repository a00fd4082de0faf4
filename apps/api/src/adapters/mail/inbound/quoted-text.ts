/** What a person wrote in an answer, without the mail they answered (F50). Better a line too many than a word lost. */

/** Lines after which nothing is the person's own: our marker, and how mail programs introduce the mail they quote. */
const QUOTE_HEADS: readonly RegExp[] = [
  /^-{2,}\s*(please write above this line|vă rugăm să scrieți deasupra acestei linii)\s*-{2,}$/i,
  /^-{2,}\s*(original message|mesaj original|mesajul original|forwarded message|mesaj redirecționat)\s*-{2,}$/i,
  /^_{20,}$/,
  /^(on|în data de|în|la|pe)\s.{4,200}\s(wrote|a scris|scris)\s?:$/i,
];
/** A block such as Outlook writes: three or more of these lines together. */
const HEADER_LINE = /^\*?(from|sent|to|cc|subject|date|de la|trimis|către|subiect|dată|data):\*?\s/i;
const SIGNATURE = /^-- ?$/;

/** The text above the quoted mail, without quoted lines at the end, signature and our own marker; empty when nothing is left. */
export const ownTextOf = (text: string): string => {
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ").split("\n");
  const own = lines.slice(0, endOfOwn(lines));
  const signature = own.findIndex((line) => SIGNATURE.test(line));
  const kept = withoutTrailingQuote(signature === -1 ? own : own.slice(0, signature));
  return kept
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
};

const endOfOwn = (lines: readonly string[]): number => {
  const end = lines.findIndex((_line, place) => isQuoteHead(lines, place) || isHeaderBlock(lines, place));
  return end === -1 ? lines.length : end;
};

/** An introduction may be broken over two or three lines; it counts only where a quote or the end follows. */
const isQuoteHead = (lines: readonly string[], place: number): boolean => {
  const line = unquoted(lines[place] ?? "");
  if (QUOTE_HEADS.slice(0, 3).some((head) => head.test(line))) return true;
  const introduction = QUOTE_HEADS[3];
  for (const length of [1, 2, 3]) {
    const joined = lines
      .slice(place, place + length)
      .map(unquoted)
      .join(" ");
    if (introduction?.test(joined) === true) return followsQuote(lines, place + length);
  }
  return false;
};

const followsQuote = (lines: readonly string[], place: number): boolean => {
  const next = lines.slice(place).find((line) => line.trim() !== "");
  return next === undefined || next.startsWith(">") || QUOTE_HEADS.some((head) => head.test(unquoted(next)));
};

const isHeaderBlock = (lines: readonly string[], place: number): boolean =>
  lines.slice(place, place + 6).filter((line) => HEADER_LINE.test(line)).length >= 3 &&
  HEADER_LINE.test(lines[place] ?? "");

const unquoted = (line: string): string => line.replace(/^[>\s]+/, "").trim();

/** Quoted lines between a person's own stay: that is how people answer point by point. */
const withoutTrailingQuote = (lines: readonly string[]): readonly string[] => {
  const isBlank = (line: string): boolean => line.trim() === "" || line.startsWith(">");
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? "")) end -= 1;
  return lines.slice(0, end);
};
