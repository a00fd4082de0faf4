/** The virtual agent's trees: every file of seeds/trees, or what is wrong with them as `file:line: sentence` (R61, F63). */
import { readdirSync, readFileSync } from "node:fs";
import { type DecisionTree, judgeTree, treeFaultSentence } from "@accord/domain";
import { type Path, readLocated } from "../../../packs/located.js";
import { type KnownToTrees, readKnown } from "./known-to-trees.js";

const SEEDS = new URL("../../../../seeds/", import.meta.url);
const FOLDER = "trees/";

export interface TreesRead {
  readonly trees: readonly DecisionTree[];
  /** Each a line for a person; empty when every file is good. */
  readonly problems: readonly string[];
}

type Lines = (path: Path) => number;
interface FileRead {
  readonly file: string;
  readonly tree: DecisionTree | null;
  readonly lineOf: Lines;
  readonly problems: readonly Found[];
}
interface Found {
  readonly line: number;
  readonly sentence: string;
}

/** Trees of a seeds folder and all their problems; a static check prints these. */
export const readTrees = (seeds: URL = SEEDS): TreesRead => {
  const folder = new URL(FOLDER, seeds);
  const known = readKnown(seeds);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const files = names.sort().map((name) => readTree(name, readFileSync(new URL(name, folder), "utf8"), known));
  const problems = [...files, ...problemsTakenTwice(files)].flatMap(({ file, problems: found }) =>
    [...found]
      .sort((a, b) => a.line - b.line)
      .map(({ line, sentence }) => `seeds/${FOLDER}${file}:${line}: ${sentence}`),
  );
  return { trees: files.flatMap(({ tree }) => (tree === null ? [] : [tree])), problems };
};

/** The trees; a server does not start with a bad one. */
export const loadTrees = (seeds: URL = SEEDS): readonly DecisionTree[] => {
  const { trees, problems } = readTrees(seeds);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return trees;
};

const readTree = (file: string, raw: string, known: KnownToTrees): FileRead => {
  const located = readLocated(raw);
  if (!located.ok) {
    const problems = located.problems.map(({ code, line, params }) => ({
      line,
      sentence: code === "NAME_TWICE" ? `"${params.name}" stands twice in one object` : "this is not JSON",
    }));
    return { file, tree: null, lineOf: () => 1, problems };
  }
  const { value } = located;
  const lineOf: Lines = (path) => value.lineOf(path);
  const judged = judgeTree(value.value);
  if (!judged.ok) {
    const problems = judged.faults.map((fault) => ({ line: lineOf(fault.path), sentence: treeFaultSentence(fault) }));
    return { file, tree: null, lineOf, problems };
  }
  return { file, tree: judged.tree, lineOf, problems: strangersIn(judged.tree, file, known, lineOf) };
};

/** What the tree names and the reference data does not have. */
const strangersIn = (tree: DecisionTree, file: string, known: KnownToTrees, lineOf: Lines): Found[] => {
  const { family, problems, article } = tree;
  const found: Found[] = [];
  const say = (path: Path, sentence: string): void => {
    found.push({ line: lineOf(path), sentence: `${path.join(".")} ${sentence}` });
  };
  if (`${tree.slug}.json` !== file) say(["slug"], `"${tree.slug}" is not the name of the file`);
  if (!known.hasFamily(family)) say(["family"], `"${family}" is no product family`);
  for (const [place, { category, problem }] of problems.entries()) {
    if (!known.hasFamily(family)) continue;
    if (!known.hasCategory(family, category))
      say(["problems", place, "category"], `"${category}" is no category of ${family}`);
    else if (!known.hasProblem(family, category, problem))
      say(["problems", place, "problem"], `"${problem}" is no problem of ${family}/${category}`);
  }
  const subjects = known.problemsOfArticle(article);
  if (subjects === null) say(["article"], `"${article}" is no article`);
  else if (!problems.some(({ category, problem }) => subjects.has(`${family}/${category}/${problem}`)))
    say(["article"], `"${article}" is about none of the problems of this tree`);
  return found;
};

/** A problem opens one tree: a second file that names it is told so. */
const problemsTakenTwice = (files: readonly FileRead[]): Pick<FileRead, "file" | "problems">[] => {
  const owners = new Map<string, string>();
  return files.flatMap(({ file, tree, lineOf }) =>
    (tree?.problems ?? []).flatMap(({ category, problem }, place) => {
      const key = `${tree?.family}/${category}/${problem}`;
      const owner = owners.get(key);
      owners.set(key, owner ?? file);
      if (owner === undefined) return [];
      const sentence = `problems.${place} ${key} has a tree already: ${owner}`;
      return [{ file, problems: [{ line: lineOf(["problems", place]), sentence }] }];
    }),
  );
};
