// Links of the documents lead somewhere: to a file of the repository, and to a heading where one is named.
import { existsSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { filesOf, read } from "./sources.mjs";

const FOLDERS = ["docs", "packages", "apps", "tests", "benches", "scripts", ".changeset"];
const ROOT_FILES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];

/** GitHub's anchor of a heading. */
const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** Anchors of a document: of its headings, and those set by hand (`<a id="r16"></a>`). */
export const anchorsOf = (text) =>
  new Set([
    ...[...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) => anchorOf(heading.replace(/[`*]/g, ""))),
    ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
  ]);

const prose = (text) => text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");

export function checkDocsLinks(root) {
  const documents = [...ROOT_FILES.filter((path) => existsSync(join(root, path))), ...filesOf(root, FOLDERS, /\.md$/)];
  return [...checkNumbers(root), ...documents.flatMap((path) => checkLinks(root, path))];
}

/** A decision is cited by its number: no two have the same, and each says how it stands. */
function checkNumbers(root) {
  const records = filesOf(root, ["docs/decisions"], /\.md$/);
  const numbers = records.map((path) => path.split("/").at(-1).split("-")[0]);
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  const silent = records.filter((path) => !/^Status: [a-z]/m.test(read(root, path)));
  return [
    ...twice.map((number) => `docs/decisions: two records have the number ${number}`),
    ...silent.map(
      (path) => `${path}:3: no status: write "Status: accepted, <day>." below the heading, and what it replaces`,
    ),
  ];
}

function checkLinks(root, path) {
  const links = [...prose(read(root, path)).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map(([, link]) => link);
  return links.filter((link) => !/^[a-z]+:/i.test(link)).flatMap((link) => judge(root, path, link));
}

function judge(root, path, link) {
  const [target = "", anchor] = decodeURI(link).split("#");
  const file = target === "" ? path : posix.join(dirname(path), target);
  if (!existsSync(join(root, file))) return [`${path}: ${link} leads nowhere`];
  if (!anchor || statSync(join(root, file)).isDirectory() || !file.endsWith(".md")) return [];
  return anchorsOf(read(root, file)).has(anchor) ? [] : [`${path}: ${link}: no such heading`];
}
