// Size and names of source files: at most 250 lines, kebab-case, no drawer without a name of its own; functions of the server
// and the packages: at most 80 lines. Pictures: a few.
import { CODE, filesOf, isTest, read } from "./sources.mjs";

const MOST_LINES = 250;
const MOST_FUNCTION_LINES = 80;
const FOLDERS = ["apps", "packages", "scripts", "tests", "benches"];
const FUNCTION_FOLDERS = ["apps/api/src", "packages"];
/** Pictures weigh on every clone, for ever: the README's, no more. */
const MOST_PICTURES = 8;
const PICTURE = /\.(png|jpe?g|gif|webp|avif)$/;
const DRAWERS = /^(utils?|helpers?|common|misc)(\.|$)/;
const OPENS_FUNCTION = /=>(?: [\w.<>]*[({[`]+)?$|\)(?:: .+)? \{$/;
const IS_STATEMENT = /^\s*(?:\} )?(?:if|for|while|switch|catch|else|do|try)\b/;

export function checkSizes(root) {
  const pictures = filesOf(root, [...FOLDERS, "docs"], PICTURE);
  const tooMany = pictures.length > MOST_PICTURES ? [`${pictures.length} pictures, at most ${MOST_PICTURES}`] : [];
  return [...tooMany, ...checkFiles(root), ...checkFunctions(root)];
}

function checkFiles(root) {
  return filesOf(root, FOLDERS, CODE).flatMap((path) => {
    const lines = read(root, path).trimEnd().split("\n").length;
    // A table of test rows may be long; a migration is written once.
    const isLong = lines > MOST_LINES && !isTest(path) && !path.includes("/migrations/");
    const drawer = path.split("/").find((part) => DRAWERS.test(part));
    return [
      ...(isLong ? [`${path}: ${lines} lines, at most ${MOST_LINES}`] : []),
      ...(drawer ? [`${path}: a name that says nothing (${drawer})`] : []),
    ];
  });
}

function checkFunctions(root) {
  const code = filesOf(root, FUNCTION_FOLDERS, CODE).filter((path) => !isTest(path));
  return code.flatMap((path) => {
    const long = longFunctionsOf(read(root, path)).map(
      ({ line, length }) =>
        `${path}:${line}: a function of ${length} lines, at most ${MOST_FUNCTION_LINES}: give its parts names of their own`,
    );
    return long;
  });
}

/** By indentation: Biome holds it, and TypeScript 7 has no parser to ask. */
function longFunctionsOf(text) {
  const lines = text.split("\n");
  const indents = lines.map((line) => (line.trim() === "" ? Number.POSITIVE_INFINITY : line.search(/\S/)));
  return lines.flatMap((opening, at) => {
    if (!OPENS_FUNCTION.test(opening)) return [];
    const first = beginOf(lines, indents, at);
    const end = indents.findIndex((indent, place) => place > at && indent <= indents[at]);
    const isClosing = /^\s*[)}\]`]/.test(lines[end] ?? "");
    const length = (end === -1 ? lines.length : end + (isClosing ? 1 : 0)) - first;
    return length > MOST_FUNCTION_LINES && !IS_STATEMENT.test(lines[first]) ? [{ line: first + 1, length }] : [];
  });
}

/** Parameters of several lines end in one that closes them, as far in as the one that began. */
function beginOf(lines, indents, at) {
  let first = at;
  while (first > 0 && /^\s*[)}]/.test(lines[first]))
    do first -= 1;
    while (first > 0 && indents[first] > indents[at]);
  return first;
}
