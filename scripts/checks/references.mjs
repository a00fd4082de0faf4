// What a comment, a test title or a document cites is there: numbers of docs/requirements.md, decisions, files and headings.
import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { titlesIn } from "../trace.mjs";
import { anchorsOf } from "./docs-links.mjs";
import { filesOf, lineOf, read } from "./sources.mjs";

const REQUIREMENTS = "docs/requirements.md";
const FOLDERS = ["apps", "packages", "docs", "scripts", "tests", "benches"];
const ROOT_FILES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "Dockerfile", "vitest.config.ts"];
const READ = /\.(ts|tsx|mts|mjs|js|md|graphql|css|ya?ml)$/;
/**
 * Not read: what is made from titles that are read, data of an earlier version, where reference data comes from, and the tests
 * of checks, which plant what is not there.
 */
const LEFT_OUT =
  /^docs\/(requirements-trace|rules\.md)|^tests\/(frozen|corpus)\/.|SOURCES\.md$|^scripts\/.*\.test\.mjs$/;

/** A letter and a number that cite nothing: versions of a product, controls of Unicode, elements, cells, paper. */
const NO_NUMBERS = new Set(["N-1", "N-2", "C0", "C1", "D2"]);
const NUMBER =
  /(?<![\p{L}\d_./#&’'-])([A-Z]-?)(\d{1,3})(?:\s?[-–]\s?([A-Z]-?)?(\d{1,3}))?(?![\p{L}\d_]|[-/]\w|\.\w|:\d)/gu;
const DECISION = /\b[Dd]ecisions?\s+(\d{1,4})(?:(?:,| and)\s+(\d{1,4}))?\b/g;
/** Words of a path, then an ending that our files have; or a folder of ours. What has a placeholder in it is a form. */
const FILE =
  /(?<![\p{L}\d_@./:$\\<>*{}?=&…-])((?:\.{1,2}\/)*(?:[\w.-]+\/)*[\w-][\w.-]*\.(?:tsx?|mjs|json|md|graphql))(?![\p{L}\d_/*<{]|[.-]\w)/gu;
const FOLDER =
  /(?<![\p{L}\d_@./:$\\<>*{}?=&…-])((?:apps|packages|docs|scripts|tests|benches)\/[\w./-]*[\w-])(?![\w*<{/…]|\.\w)/gu;
const HEADING = /\b((?:docs\/)?[\w-]+\.md), "?([A-Z][A-Za-z]+(?: [a-z]+)?)\b/g;
const isTest = (path) => /\.(test|spec)\.(tsx?|mjs)$/.test(path);
/** Made by a build or a run, or known to every reader of such files. */
const MADE =
  /(^|\/)(dist|node_modules|data|test-results|coverage)\/|\.generated\.|^(package|tsconfig|report|answers?)\.json$/;

/** The numbers of docs/requirements.md, and those of them that are not built. */
export function readRequirements(root) {
  if (!existsSync(join(root, REQUIREMENTS)))
    return { known: new Set(), unbuilt: new Set(), problems: [`${REQUIREMENTS} is missing`] };
  const [known, unbuilt, problems] = [new Set(), new Set(), []];
  for (const [at, line] of read(root, REQUIREMENTS).split("\n").entries()) {
    const [, anchor, number, sentence] = /^\| <a id="([^"]+)"><\/a>(\S+) \| (.+) \|$/.exec(line) ?? [];
    if (number === undefined) continue;
    if (anchor !== number.toLowerCase())
      problems.push(`${REQUIREMENTS}:${at + 1}: the anchor of ${number} is ${anchor}: make it ${number.toLowerCase()}`);
    if (known.has(number)) problems.push(`${REQUIREMENTS}:${at + 1}: ${number} stands there twice: take one out`);
    known.add(number);
    if (sentence.includes("**Not built**")) unbuilt.add(number);
  }
  return { known, unbuilt, problems };
}

/** One line for each reference that leads nowhere, with its place and what to do. */
export function checkReferences(root) {
  const requirements = readRequirements(root);
  const files = filesOf(root, FOLDERS, /./);
  const citing = [
    ...ROOT_FILES.filter((path) => existsSync(join(root, path))),
    ...files.filter((path) => READ.test(path)),
  ];
  const decisions = new Set(
    filesOf(root, ["docs/decisions"], /\.md$/).map((path) => Number(path.split("/").at(-1).split("-")[0])),
  );
  const there = { root, files: [...files, ...ROOT_FILES], decisions, ...requirements };
  const found = citing.filter((path) => !LEFT_OUT.test(path)).flatMap((path) => checkFile(there, path));
  return [...requirements.problems, ...found];
}

function checkFile(there, path) {
  const text = read(there.root, path);
  const said = citingText(path, text);
  const problems = [numbersIn, decisionsIn, filesIn, headingsIn].flatMap((look) => look(there, path, said));
  const lines = problems.map(({ at, what }) => `${path}:${lineOf(text, at)}: ${what}`);
  return [...new Set([...lines, ...unbuiltIn(there, path, text)])];
}

/** The text with everything blank that cites nothing: of code comments and titles stay, of documents all but code, links (a check of their own) and addresses. */
export function citingText(path, text) {
  const blank = (part) => part.replace(/[^\n]/g, " ");
  if (/\.md$/.test(path)) return text.replace(/```[\s\S]*?```|<a [^>]*>|\]\([^)\s]+\)|https?:\/\/[^\s)>]+/g, blank);
  if (/\.graphql$/.test(path)) return text;
  if (/\.ya?ml$|Dockerfile$/.test(path)) return text.replace(/^(?!\s*#).*$/gm, blank);
  const titles = new Set(isTest(path) ? titlesIn(text).map((title) => title.replace(/\s/g, "")) : []);
  return text.replace(TOKEN, (part) => {
    if (/^\/[*/]/.test(part)) return part.replace(/https?:\/\/\S+/g, blank);
    if (titles.size === 0 || !/^["'`]./.test(part)) return blank(part);
    const string = part.slice(1, -1);
    return titles.has(string.replace(/\\(["'`])/g, "$1").replace(/\s/g, "")) || TITLE.test(string) ? part : blank(part);
  });
}
/** Strings, comments, regular expressions (which may hold a single quotation mark), and the rest. */
const TOKEN =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<=[(,=>:[!&|?{};]\s*|\breturn\s)\/(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\\\n[])+\/|[^"'`/]+|["'`/]/g;
/** What begins as a title does, wherever a test keeps it. */
const TITLE = /^[A-Z]-?\d{1,3}(?:[–,;-][^:]{0,60})?: /;

function numbersIn({ known }, path, said) {
  if (path === REQUIREMENTS) return [];
  return [...said.matchAll(NUMBER)].flatMap((match) => {
    const [, letter, from, toLetter, to] = match;
    const ends = to === undefined || Number(to) <= Number(from) ? [from] : [from, to];
    return ends
      .map((end, place) => `${place === 1 && toLetter ? toLetter : letter}${end}`)
      .filter((number) => !known.has(number) && !NO_NUMBERS.has(number))
      .map((number) => ({
        at: match.index,
        what: `${number} is not in ${REQUIREMENTS}: add its sentence or cite another`,
      }));
  });
}

function decisionsIn({ decisions }, _path, said) {
  return [...said.matchAll(DECISION)].flatMap((match) =>
    [match[1], match[2]]
      .filter((number) => number !== undefined && !decisions.has(Number(number)))
      .map((number) => ({
        at: match.index,
        what: `there is no decision ${number} in docs/decisions: cite another or write it`,
      })),
  );
}

function filesIn({ root, files }, path, said) {
  const isThere = (name) => {
    const plain = name.replace(/^(?:\.{1,2}\/)+/, "");
    if (existsSync(join(root, plain)) || existsSync(join(root, posix.join(dirname(path), name)))) return true;
    return files.some((file) => file === plain || file.endsWith(`/${plain}`));
  };
  return [FILE, FOLDER].flatMap((pattern) =>
    [...said.matchAll(pattern)]
      .filter(([, name]) => !MADE.test(name) && !isThere(name))
      .map((match) => ({ at: match.index, what: describe(match[1]) })),
  );
}

const describe = (name) =>
  name.endsWith(".md")
    ? `${name} is no document of this project: say here what it says, or cite docs/contract.md or a decision`
    : `${name} is not there: name the file as it is called now`;

function headingsIn({ root, files }, _path, said) {
  return [...said.matchAll(HEADING)].flatMap((match) => {
    const [, name, heading] = match;
    const file = files.find((each) => each === name || each === `docs/${name}`);
    if (file === undefined || !existsSync(join(root, file))) return [];
    const anchors = anchorsOf(read(root, file));
    const wanted = [heading, heading.split(" ")[0]].map((words) => words.toLowerCase().replaceAll(" ", "-"));
    return wanted.some((anchor) => anchors.has(anchor))
      ? []
      : [{ at: match.index, what: `${file} has no heading ${heading}: name one it has` }];
  });
}

/** A title that names what is not built: one of the two is wrong. */
function unbuiltIn({ unbuilt }, path, text) {
  if (!isTest(path)) return [];
  return titlesIn(text).flatMap((title) =>
    [...title.matchAll(NUMBER)]
      .map(([, letter, from]) => `${letter}${from}`)
      .filter((number) => unbuilt.has(number))
      .map(
        (number) =>
          `${path}: “${title}” names ${number}, which ${REQUIREMENTS} marks as not built: say there what is built`,
      ),
  );
}
