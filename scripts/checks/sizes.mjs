// Size and names of source files: at most 250 lines, kebab-case, no drawer without a name of its own. Pictures: a few.
import { CODE, filesOf, isTest, read } from "./sources.mjs";

const MOST_LINES = 250;
const FOLDERS = ["apps", "packages", "scripts", "tests", "benches"];
/** Pictures weigh on every clone, for ever: the README's, no more. */
const MOST_PICTURES = 8;
const PICTURE = /\.(png|jpe?g|gif|webp|avif)$/;
const DRAWERS = /^(utils?|helpers?|common|misc)(\.|$)/;

export function checkSizes(root) {
  const pictures = filesOf(root, [...FOLDERS, "docs"], PICTURE);
  const tooMany = pictures.length > MOST_PICTURES ? [`${pictures.length} pictures, at most ${MOST_PICTURES}`] : [];
  return [...tooMany, ...checkFiles(root)];
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
