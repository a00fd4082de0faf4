// What a source file imports, and which files of the repository that means.
import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { CODE, filesOf, read, withoutComments } from "./sources.mjs";

/** Every import of `text`: what is asked for, and whether only types are. */
export function importsOf(text) {
  const code = withoutComments(text);
  const found = [];
  // A statement begins a line or follows one: the word may stand in a string as well.
  const from = /(?:^|;)\s*(import|export)\s+(type\s)?[^;"'`()]*?\bfrom\s*["']([^"']+)["']/gm;
  for (const [, , type, target] of code.matchAll(from)) found.push({ target, isType: Boolean(type) });
  for (const [, target] of code.matchAll(/(?:^|;)\s*import\s*["']([^"']+)["']/gm))
    found.push({ target, isType: false });
  for (const [, target] of code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ target, isType: false, isLazy: true });
  return found;
}

/** The file of the repository a relative import means, or null. */
function fileOf(root, path, target) {
  const base = posix.join(dirname(path), target);
  const stem = base.replace(/\.(js|jsx|mjs)$/, "");
  const names = [base, `${stem}.ts`, `${stem}.tsx`, `${stem}.mjs`, `${base}/index.ts`, `${base}/index.tsx`];
  return names.find((name) => /\.\w+$/.test(name) && existsSync(join(root, name))) ?? null;
}

/** Every import of the files below `folders`: who asks, for what, and the file it means (null: a package). */
export const edgesOf = (root, folders) =>
  filesOf(root, folders, CODE).flatMap((path) =>
    importsOf(read(root, path)).map((edge) => ({
      ...edge,
      path,
      file: edge.target.startsWith(".") ? fileOf(root, path, edge.target) : null,
    })),
  );
