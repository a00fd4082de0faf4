/** What happens to the words of a Markdown tree: HTML stays words, direction controls become marks, bare web addresses become links. */
import { visibleControls } from "./visible-controls";
import { addressesIn } from "./web-addresses";

/** As much of a tree of elements as is read here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

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
const withLinks = (text: string): Node[] =>
  addressesIn(text).map((part) =>
    part.isAddress
      ? { type: "element", tagName: "a", properties: { href: part.text }, children: [wordsOf(part.text)] }
      : wordsOf(part.text),
  );
