// The files the checks read, and the little they need to know about them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const SKIPPED = new Set([
  "node_modules",
  "dist",
  ".git",
  ".turbo",
  "data",
  "test-results",
  "playwright-report",
  "coverage",
]);

/** Paths below `folders` of `root` (with `/`, relative to it) whose name matches `pattern`, generated ones left out. */
export function filesOf(root, folders, pattern) {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).split(sep).join("/"))
    .filter((path) => pattern.test(path) && !path.includes(".generated."))
    .sort();
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

export const ROOM_FOLDERS = [
  "apps/api/src",
  "apps/web/src",
  "apps/web/preview",
  "packages/domain/src",
  "packages/schema/src",
];
export const CODE = /\.(ts|tsx|mts|mjs|js)$/;
export const isTest = (path) => /\.(test|bench|stories)\.(ts|tsx|mjs)$/.test(path) || path.includes("/test-support/");

/** The package an import means: `vite/client` is of `vite`. */
export const packageOf = (target) =>
  target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");

export const read = (root, path) => readFileSync(join(root, path), "utf8");

/** The text without comments; strings and line numbers stay as they are. */
export function withoutComments(text) {
  const tokens = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(tokens, (token) => {
    if (token.startsWith("/*")) return token.replace(/[^\n]/g, " ");
    return token.startsWith("//") ? "" : token;
  });
}

export const lineOf = (text, index) => text.slice(0, index).split("\n").length;
