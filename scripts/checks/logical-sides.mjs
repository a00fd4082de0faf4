// Styles name the sides of a line, not of the window: a language that begins at the right needs no style of its own (F80).
import { filesOf, isTest, lineOf, read, withoutComments } from "./sources.mjs";

const FOLDERS = ["apps/web/src", "apps/web/preview"];
const STYLES = /\.css$/;
const COMPONENTS = /\.tsx$/;

const LOGICAL = { left: "inline-start", right: "inline-end", Left: "InlineStart", Right: "InlineEnd" };
const CORNER = { "top-left": "start-start", "top-right": "start-end", "bottom-left": "end-start" };

const VALUE = String.raw`([^\s;()]+|[\w-]+\([^;]*?\))`;
const FOUR_SIDES = new RegExp(
  String.raw`(?<![-\w])(margin|padding|inset):\s*${VALUE} ${VALUE} ${VALUE} ${VALUE}\s*;`,
  "g",
);

/** What a declaration should say, by what it says. */
const RULES = [
  { pattern: /(?<![-\w])(left|right)(?=\s*:(?!\w))/g, write: ([, side]) => `inset-${LOGICAL[side]}` },
  { pattern: /(?<![-\w])(margin|padding)-(left|right)\b/g, write: ([, name, side]) => `${name}-${LOGICAL[side]}` },
  {
    pattern: /(?<![-\w])scroll-(margin|padding)-(left|right)\b/g,
    write: ([, name, side]) => `scroll-${name}-${LOGICAL[side]}`,
  },
  {
    pattern: /(?<![-\w])border-(left|right)(-\w+)?(?=\s*:)/g,
    write: ([, side, rest = ""]) => `border-${LOGICAL[side]}${rest}`,
  },
  {
    pattern: /(?<![-\w])border-(top|bottom)-(left|right)-radius\b/g,
    write: ([, edge, side]) => `border-${CORNER[`${edge}-${side}`] ?? "end-end"}-radius`,
  },
  {
    pattern: /(?<![-\w])(text-align|float|clear|caption-side)\s*:\s*(left|right)\b/g,
    write: ([, name, side]) => `${name}: ${name === "text-align" ? "" : "inline-"}${side === "left" ? "start" : "end"}`,
  },
  {
    pattern: FOUR_SIDES,
    isAllowed: ([, , , right, , left]) => right === left,
    write: ([, name, top, right, bottom, left]) => `${name}-block: ${top} ${bottom}; ${name}-inline: ${left} ${right}`,
  },
];

/** The same in the styles of components, and Mantine's short names for them. */
const RULES_OF_COMPONENTS = [
  {
    pattern: /\b(margin|padding|border)(Left|Right)\b/g,
    write: ([, name, side]) => `${name}${LOGICAL[side]}`,
  },
  {
    pattern: /(?<=\bstyle=\{\{[^}]*)(?<![-\w])(left|right)(?=\s*:)/g,
    write: ([, side]) => `inset${side === "left" ? "InlineStart" : "InlineEnd"}`,
  },
  {
    pattern: /\b(textAlign:\s*|ta=)"(left|right)"/g,
    write: ([, name, side]) => `${name}"${side === "left" ? "start" : "end"}"`,
  },
  {
    pattern: /(?<=\s)(m|p)(l|r)=/g,
    write: ([, name, side]) => `${name}${side === "l" ? "s" : "e"}=`,
  },
];

/** `path:line: what it says: write what` for every style that names a side of the window. */
export function checkLogicalSides(root) {
  const findings = (path, rules) => {
    const text = withoutComments(read(root, path));
    return rules.flatMap(({ pattern, write, isAllowed = () => false }) =>
      [...text.matchAll(pattern)]
        .filter((match) => !isAllowed(match))
        .map((match) => `${path}:${lineOf(text, match.index)}: ${match[0].trim()}: write ${write(match)}`),
    );
  };
  return [
    ...filesOf(root, FOLDERS, STYLES).flatMap((path) => findings(path, RULES)),
    ...filesOf(root, FOLDERS, COMPONENTS)
      .filter((path) => !isTest(path))
      .flatMap((path) => findings(path, RULES_OF_COMPONENTS)),
  ];
}
