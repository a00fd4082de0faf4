/** What happens to the words of a Markdown tree: HTML stays words, direction controls become marks, bare web addresses become links. */
import { visibleControls } from "./visible-controls";

/** As much of a tree of elements as is read here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”„]+/gi;
/** Inside these, an address is left as it stands. */
const CLOSED: ReadonlySet<string> = new Set(["a", "code", "pre"]);

/** A plugin for the tree of elements. */
export const proseText = () => (tree: unknown) => {
  if (isNode(tree)) walk(tree, false);
};

/** Elements whose words stand on lines of their own: a line of HTML between them is one more paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(["blockquote", "li"]);
const isBlock = (node: Node): boolean => node.type === "root" || BLOCKS.has(node.tagName ?? "");

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function walk(node: Node, isClosed: boolean): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "raw" && isBlock(node))
      return [{ type: "element", tagName: "p", properties: {}, children: withLinks(child.value ?? "") }];
    if (child.type !== "text" && child.type !== "raw") {
      walk(child, isClosed || CLOSED.has(child.tagName ?? ""));
      return [child];
    }
    return isClosed ? [wordsOf(child.value ?? "")] : withLinks(child.value ?? "");
  });
}

const wordsOf = (text: string): Node => ({ type: "text", value: visibleControls(text) });

/** The words between and the links. */
function withLinks(text: string): Node[] {
  const parts: Node[] = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found[0]);
    parts.push(wordsOf(text.slice(end, found.index)), {
      type: "element",
      tagName: "a",
      properties: { href: address },
      children: [wordsOf(address)],
    });
    end = found.index + address.length;
  }
  return [...parts, wordsOf(text.slice(end))].filter((part) => part.value !== "");
}

/** The full stop and the bracket after an address belong to the sentence. */
function withoutPunctuation(address: string): string {
  const shorter = address.replace(/[.,;:!?'’]+$/, "");
  const isBracketed = shorter.endsWith(")") && !shorter.includes("(");
  return isBracketed ? withoutPunctuation(shorter.slice(0, -1)) : shorter;
}
