// Exports of the domain that nothing but tests imports: a rule that is tested and does not run. knip sees none of them: it takes
// tests for entries, and what stands behind `export *` for published.
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { CODE, filesOf, isTest, read, withoutComments } from "./sources.mjs";

const ROOM = "packages/domain/src";
const USERS = ["apps", "packages", "scripts", "benches"];
const DECLARED = /^export (?:const|function\*?|class|interface|type|enum) (\w+)/gm;
const HANDED_ON = /^export (?:type )?(?:\*|\{([^}]*)\}) from "([^"]+)"/gm;
const TAKEN = /\b(import|export) (?:type )?\{([^}]*)\} from "([^"]+)"/g;
/** Scripts are handed the built package whole: there a word is a use. */
const TAKES_ALL = /^scripts\//;
const WHY = "nothing but tests uses it: use it where the product decides, or delete it";
const isForTests = (path) => isTest(path) || /\/(testing|tests)\//.test(path);

/** Each name that the index of the domain exports and no code that runs uses, with the file that declares it. */
export function findTestedOnly(root) {
  if (!existsSync(join(root, ROOM, "index.ts"))) return [];
  const texts = new Map(
    filesOf(root, USERS, CODE)
      .filter((path) => !isForTests(path))
      .map((path) => [path, withoutComments(read(root, path))]),
  );
  const used = new Set([...texts].flatMap(([path, text]) => namesUsedIn(path, text)));
  return [...namesExportedBy(texts, `${ROOM}/index.ts`)]
    .filter(([name, path]) => !used.has(name) && !isUsedBeside(name, texts.get(path)))
    .map(([name, path]) => ({ path, name, why: WHY }));
}

/** What `file` exports, each name with the file that declares it. */
function namesExportedBy(texts, file) {
  const text = texts.get(file);
  const names = new Map([...text.matchAll(DECLARED)].map(([, name]) => [name, file]));
  for (const [, list, target] of text.matchAll(HANDED_ON)) {
    const from = posix.join(posix.dirname(file), target.replace(/\.js$/, ".ts"));
    const chosen = list === undefined ? null : namesOf(list);
    if (!texts.has(from)) continue;
    for (const [name, path] of namesExportedBy(texts, from)) if (chosen?.includes(name) ?? true) names.set(name, path);
  }
  return names;
}

/** The names a list in braces takes: of `type A, b as c`, A and b. */
const namesOf = (list) => [...list.matchAll(/(?:^|,)\s*(?:type\s)?(\w+)/g)].map(([, name]) => name);

/** Names of the domain that the text of `path` may mean; what a file of the domain hands on it does not use. */
function namesUsedIn(path, text) {
  if (TAKES_ALL.test(path)) return text.match(/\w+/g) ?? [];
  const isInside = path.startsWith(`${ROOM}/`);
  return [...text.matchAll(TAKEN)].flatMap(([, word, list, target]) => {
    const isOfDomain = isInside ? word === "import" && target.startsWith(".") : target === "@accord/domain";
    return isOfDomain ? namesOf(list) : [];
  });
}

/** Does the file that declares `name` say it anywhere else? */
const isUsedBeside = (name, text) => (text.match(new RegExp(`(?<!\\w|[^.]\\.)${name}(?!\\w)`, "g")) ?? []).length > 1;
