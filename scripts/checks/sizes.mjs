// Size and names of source files: at most 250 lines, kebab-case, no drawer without a name of its own.
import { CODE, filesOf, isTest, read } from "./sources.mjs";

const MOST_LINES = 250;
const FOLDERS = ["apps", "packages", "scripts", "tests", "benches"];
const DRAWERS = /^(utils?|helpers?|common|misc)(\.|$)/;

export function checkSizes(root) {
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
