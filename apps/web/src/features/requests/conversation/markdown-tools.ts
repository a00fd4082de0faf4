/** What the buttons above a text do to the words that are selected. */

export type Tool = "bold" | "code" | "link" | "list" | "quote";

interface Edited {
  readonly text: string;
  /** The selection afterwards. */
  readonly start: number;
  readonly end: number;
}

/** `text` with the tool used on the part from `start` to `end`. */
export function applyTool(tool: Tool, text: string, start: number, end: number): Edited {
  const chosen = text.slice(start, end);
  if (tool === "list") return prefixLines(text, start, end, "- ");
  if (tool === "quote") return prefixLines(text, start, end, "> ");
  if (tool === "link") return around(text, start, end, "[", "](https://)");
  if (tool === "code" && chosen.includes("\n")) return around(text, start, end, "```\n", "\n```");
  return tool === "code" ? around(text, start, end, "`", "`") : around(text, start, end, "**", "**");
}

function around(text: string, start: number, end: number, before: string, after: string): Edited {
  return {
    text: text.slice(0, start) + before + text.slice(start, end) + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  };
}

/** Every line that the selection touches. */
function prefixLines(text: string, start: number, end: number, prefix: string): Edited {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lines = text.slice(from, end).split("\n");
  const marked = lines.map((line) => prefix + line).join("\n");
  return {
    text: text.slice(0, from) + marked + text.slice(end),
    start: start + prefix.length,
    end: end + prefix.length * lines.length,
  };
}
