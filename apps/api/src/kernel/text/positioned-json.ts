/** A JSON file with the line of everything in it: strict JSON, no comments, no trailing commas, no name twice (F57). */
import type { PackProblem } from "@accord/domain";
import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";

export type Path = readonly (string | number)[];

export interface PositionedJson {
  readonly value: unknown;
  /** The line, from 1, of what stands at the path, or of the nearest thing around it. */
  lineOf(path: Path): number;
}

export type PositionedRead =
  | { readonly ok: true; readonly value: PositionedJson }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Deeper than any pack; a parser that calls itself is kept from running out of stack. */
const DEEPEST = 64;
const PROBLEMS_MOST = 100;

/** `products[3].name`. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");

export const readPositionedJson = (text: string): PositionedRead => {
  const lineAt = linesOf(text);
  const wrong = (offset: number): PositionedRead => ({
    ok: false,
    problems: [{ code: "NOT_JSON", line: lineAt(offset), path: "", params: {} }],
  });
  const tooDeep = depthLimit(text);
  if (tooDeep !== null) return wrong(tooDeep);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first !== undefined || root === undefined) return wrong(first?.offset ?? 0);
  const problems = namesTwice(root, lineAt);
  if (problems.length > 0) return { ok: false, problems };
  // JSON.parse makes plain values, and is the judge where the two disagree.
  const parsed = parseStrictly(text);
  if (!parsed.ok) return wrong(0);
  return { ok: true, value: { value: parsed.value, lineOf: (path) => lineAt(offsetOf(root, path)) } };
};

const parseStrictly = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};

/** Where brackets open deeper than any pack does; null where they never do. */
const depthLimit = (text: string): number | null => {
  let depth = 0;
  let isInText = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (isInText) {
      if (sign === "\\") place += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === "[" || sign === "{") {
      depth += 1;
      if (depth > DEEPEST) return place;
    } else if (sign === "]" || sign === "}") depth -= 1;
  }
  return null;
};

const offsetOf = (root: Node, path: Path): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)]);
    // A name says more than its value about where something stands; both are on one line nearly always.
    if (node !== undefined) return node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return root.offset;
};

/** JSON.parse takes the last of two; a person may have meant the first. */
const namesTwice = (root: Node, lineAt: (offset: number) => number): PackProblem[] => {
  const problems: PackProblem[] = [];
  const visit = (node: Node, path: Path): void => {
    if (problems.length >= PROBLEMS_MOST) return;
    if (node.type === "array") for (const [place, one] of (node.children ?? []).entries()) visit(one, [...path, place]);
    if (node.type !== "object") return;
    const names = new Set<string>();
    for (const { offset, children = [] } of node.children ?? []) {
      const [name, value] = children;
      const text = String(name?.value);
      if (names.has(text))
        problems.push({
          code: "NAME_TWICE",
          line: lineAt(offset),
          path: pathText(path),
          params: { name: shown(text) },
        });
      names.add(text);
      if (value !== undefined) visit(value, [...path, text]);
    }
  };
  visit(root, []);
  return problems;
};

/** What a person typed, short enough for a sentence. */
export const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** Line of an offset, from 1. */
export const linesOf = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
};
