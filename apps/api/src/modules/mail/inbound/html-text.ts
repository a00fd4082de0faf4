/** The HTML of a mail as text: rows and columns of tables apart, lists numbered, links kept, quotes marked, pictures named where they stand (F50). */
import type { Builder, Cell, Formatter, HtmlNode, Walk } from "html-to-text";

export interface HtmlText {
  readonly text: string;
  /** Content ids and `data:` addresses of the pictures that it shows. */
  readonly pictures: readonly string[];
}

const LONGEST = 2_000_000;
const DEEPEST = 120;
const ONE_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

/** `nameOf` answers what a picture is called, "" for one that nobody can see. */
export const textOfHtml = async (html: string, nameOf: (address: string) => string): Promise<HtmlText> => {
  const pictures: string[] = [];
  if (html.length > LONGEST || isDeep(html)) return { text: withoutTags(html), pictures };
  const { convert } = await import("html-to-text");
  const picture: Formatter = (element, _walk, builder) => {
    const address = element.attribs?.src ?? "";
    if (/^(cid|data):/i.test(address)) pictures.push(address);
    const name = nameOf(address) || (element.attribs?.alt ?? "").trim();
    if (name !== "") builder.addInline(`[${name}]`);
  };
  const text = convert(html, {
    wordwrap: false,
    limits: { maxDepth: DEEPEST * 2 },
    // All of it: a quoted mail may bring a body of its own.
    baseElements: { selectors: ["no-such-element"], returnDomByDefault: true },
    formatters: { picture, grid: writeTable, quote: writeQuote },
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"], noAnchorUrl: true } },
      { selector: "img", format: "picture" },
      { selector: "table", format: "grid" },
      { selector: "blockquote", format: "quote" },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      // Rows and cells that stand outside a table, and lines that divide.
      ...["tr", "td", "th", "hr"].map((selector) => ({ selector, format: "block", options: ONE_LINE })),
      ...["head", "title", "style", "script"].map((selector) => ({ selector, format: "skip" })),
    ],
  });
  return { text, pictures };
};

/** What stands in a table beside its rows is kept as a row of its own. */
const writeTable: Formatter = (element, walk, builder) => {
  builder.openTable();
  writeRows(element.children ?? [], walk, builder);
  builder.closeTable({ tableToString, ...ONE_LINE });
};

const PARTS_OF_TABLES: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot", "center", "form"]);

const writeRows = (nodes: readonly HtmlNode[], walk: Walk, builder: Builder): void => {
  for (const node of nodes) {
    if (PARTS_OF_TABLES.has(node.name ?? "")) writeRows(node.children ?? [], walk, builder);
    else if (node.name === "tr") writeRow(node.children ?? [], walk, builder);
    else if (hasWords(node)) writeRow([node], walk, builder);
  }
};

const writeRow = (nodes: readonly HtmlNode[], walk: Walk, builder: Builder): void => {
  builder.openTableRow();
  for (const node of nodes.filter(hasWords)) {
    builder.openTableCell();
    walk(node.name === "td" || node.name === "th" ? (node.children ?? []) : [node], builder);
    builder.closeTableCell();
  }
  builder.closeTableRow();
};

const hasWords = (node: HtmlNode): boolean => node.type === "tag" || (node.type === "text" && node.data?.trim() !== "");

/** Cells of one line stand beside each other; the cells of a table that only lays out stand below each other. */
const tableToString = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map((cells) => cells.map(({ text }) => text.trim()))
    .filter((texts) => texts.some((text) => text !== ""))
    .map((texts) =>
      texts.some((text) => text.includes("\n"))
        ? texts.filter((text) => text !== "").join("\n")
        : texts.join(" | ").replace(/^[ |]+|[ |]+$/g, ""),
    )
    .join("\n");

/** Mail programs indent a person's own words with the same element, without the line at its side. */
const writeQuote: Formatter = (element, walk, builder) => {
  const { style = "", type = "" } = element.attribs ?? {};
  const isIndent = type !== "cite" && /border(-left)?\s*:\s*(none|0)/i.test(style);
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children ?? [], builder);
  const quoted = (text: string): string =>
    text
      .replace(/^\n+|\n+$/g, "")
      .split("\n")
      .map((line) => (line === "" || line.startsWith(">") ? `>${line}` : `> ${line}`))
      .join("\n");
  builder.closeBlock({ trailingLineBreaks: 1, ...(isIndent ? {} : { blockTransform: quoted }) });
};

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr|th)$/i;

/** Nested deeper than any person's mail: it would be read by a recursion without end. */
const isDeep = (html: string): boolean => {
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (VOID.test(name)) continue;
    depth = slash === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
};

/** Every word and nothing of the form. */
const withoutTags = (html: string): string =>
  ["script", "style", "title"]
    .reduce(withoutElement, html)
    .replace(/<[^<>]*>/g, "\n")
    .replace(/&nbsp;/gi, " ")
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&amp;/gi, "&")
    .replace(/[ \t]*\n[ \t\n]*/g, "\n");

const withoutElement = (html: string, name: string): string => {
  const lower = html.toLowerCase();
  let kept = "";
  let from = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, from);
    const end = start === -1 ? -1 : lower.indexOf(`</${name}`, start);
    if (end === -1) return kept + html.slice(from);
    kept += html.slice(from, start);
    from = end;
  }
};
