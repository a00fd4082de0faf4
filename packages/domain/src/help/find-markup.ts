/** HTML and links that run something, in Markdown: an article holds neither. What stands in code is shown as it is, and may. */

export interface FoundMarkup {
  /** From 1. */
  readonly line: number;
  /** Its beginning, as it was written. */
  readonly text: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A tag, a comment, a declaration; `<https://…>` and `<name@…>` are links. */
const TAG = /<(?![a-z][a-z0-9+.-]{1,31}:\/\/[^\s<>]*>|[^\s<>@/]+@[^\s<>@/]+>)[a-z!?/]/i;
const RUNS = /^(?:javascript|vbscript|data)\s*(?::|&colon;|&#x?0*(?:58|3a);)/i;
const LINK = /(?:\]\(|^ {0,3}\[[^\]]+\]:|<)\s*<?\s*([^)\s>]+)/g;
const SHOWN = 40;

/** The first of it, or null. */
export const findMarkup = (markdown: string): FoundMarkup | null => {
  for (const [place, line] of withoutCode(markdown).entries()) {
    const at = line.search(TAG);
    if (at >= 0) return { line: place + 1, text: line.slice(at, at + SHOWN).trim() };
    const link = [...line.matchAll(LINK)].find(([, target = ""]) => RUNS.test(target));
    if (link !== undefined) return { line: place + 1, text: (link[1] ?? "").slice(0, SHOWN) };
  }
  return null;
};

/** The lines, with blanks where code stood. */
const withoutCode = (markdown: string): readonly string[] => {
  let fence: string | null = null;
  const lines = markdown.split(/\r\n|\n|\r/).map((line) => {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark !== null && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = null;
      return "";
    }
    if (mark !== null && !(mark[0] === "`" && line.slice(line.indexOf(mark) + mark.length).includes("`"))) {
      fence = mark;
      return "";
    }
    return line;
  });
  // An open fence hides the rest from a reader too: it is all code.
  return withoutSpans(lines.join("\n")).split("\n");
};

/** Code spans go from a run of backticks to the next one of the same length, within a paragraph. */
const withoutSpans = (text: string): string =>
  text.replace(/(?<!`)(`+)(?!`)((?:(?!\n\s*\n)[\s\S])*?[^`])\1(?!`)/g, (span) => span.replace(/[^\n]/g, " "));
