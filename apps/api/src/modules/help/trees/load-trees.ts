/** The virtual agent's trees: every file of seeds/trees, or what is wrong with them (R61, F63). */
import { readFileSync } from "node:fs";
import { type DecisionTree, judgeTree, treeFaultSentence, z } from "@accord/domain";
import { readKnownSubjects } from "../seed-files/known-subjects.js";
import { type FolderRead, type Found, readSeedFolder, SEEDS, takeAll } from "../seed-files/read-seed-folder.js";

/** Trees of a seeds folder and all their problems. */
export const readTrees = (seeds: URL = SEEDS): FolderRead<DecisionTree> => {
  const known = readKnownSubjects(seeds);
  const subjectsOf = readSubjectsOfArticles(seeds);
  const taken = new Map<string, string>();
  return readSeedFolder<DecisionTree>(seeds, "trees/", {
    judge: (value) => {
      const judged = judgeTree(value);
      if (judged.ok) return judged.tree;
      return { faults: judged.faults.map((fault) => ({ path: fault.path, sentence: treeFaultSentence(fault) })) };
    },
    findStrangers: (tree, file) => [
      ...findUnknown(tree, known),
      ...findWrongArticle(tree, subjectsOf.get(tree.article)),
      ...findTaken(tree, file, taken),
    ],
  });
};

export const loadTrees = (seeds: URL = SEEDS): readonly DecisionTree[] => takeAll(readTrees(seeds));

const ARTICLES = z.array(
  z.object({
    slug: z.string(),
    family: z.string().nullable(),
    problems: z.array(z.object({ category: z.string(), problem: z.string() })),
  }),
);

/** Slug of an article → `family/category/problem` of what it is about. */
const readSubjectsOfArticles = (seeds: URL): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    ARTICLES.parse(JSON.parse(readFileSync(new URL("articles.json", seeds), "utf8"))).map(
      ({ slug, family, problems }) => [
        slug,
        new Set(problems.map(({ category, problem }) => `${family}/${category}/${problem}`)),
      ],
    ),
  );

const findUnknown = ({ family, problems }: DecisionTree, known: ReadonlySet<string>): readonly Found[] => {
  if (!known.has(family)) return [{ path: ["family"], sentence: `family "${family}" is no product family` }];
  return problems.flatMap(({ category, problem }, place) => {
    const tell = (name: string, sentence: string): Found[] => [
      { path: ["problems", place, name], sentence: `problems.${place}.${name} ${sentence}` },
    ];
    if (!known.has(`${family}/${category}`)) return tell("category", `"${category}" is no category of ${family}`);
    if (known.has(`${family}/${category}/${problem}`)) return [];
    return tell("problem", `"${problem}" is no problem of ${family}/${category}`);
  });
};

const findWrongArticle = (
  { family, problems, article }: DecisionTree,
  subjects: ReadonlySet<string> | undefined,
): readonly Found[] => {
  const tell = (sentence: string): Found[] => [{ path: ["article"], sentence: `article "${article}" ${sentence}` }];
  if (subjects === undefined) return tell("is no article");
  const isAbout = problems.some(({ category, problem }) => subjects.has(`${family}/${category}/${problem}`));
  return isAbout ? [] : tell("is about none of the problems of this tree");
};

/** A problem opens one tree: a second file that names it is told so. */
const findTaken = ({ family, problems }: DecisionTree, file: string, taken: Map<string, string>): readonly Found[] =>
  problems.flatMap(({ category, problem }, place) => {
    const key = `${family}/${category}/${problem}`;
    const owner = taken.get(key);
    taken.set(key, owner ?? file);
    if (owner === undefined) return [];
    return [{ path: ["problems", place], sentence: `problems.${place} ${key} has a tree already: ${owner}` }];
  });
