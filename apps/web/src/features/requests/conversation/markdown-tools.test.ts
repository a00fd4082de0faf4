/** The buttons above a text (F42). */
import { expect, test } from "vitest";
import { applyTool, type Tool } from "./markdown-tools";

const used = (tool: Tool, marked: string): string => {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const result = applyTool(tool, marked.replace("[", "").replace("]", ""), start, end);
  return `${result.text.slice(0, result.start)}[${result.text.slice(result.start, result.end)}]${result.text.slice(result.end)}`;
};

test.each([
  ["bold", "a [b] c", "a **[b]** c"],
  ["bold", "a[]", "a**[]**"],
  ["code", "run [dcdiag] now", "run `[dcdiag]` now"],
  ["code", "[one\ntwo]", "```\n[one\ntwo]\n```"],
  ["link", "see [here]", "see [[here]](https://)"],
  ["quote", "one\ntwo [three]", "one\n> two [three]"],
  ["list", "o[ne\nt]wo", "- o[ne\n- t]wo"],
] as const)("F42: %s on %j", (tool, before, after) => {
  expect(used(tool, before)).toBe(after);
});
