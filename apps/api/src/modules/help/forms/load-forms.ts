/** The questions per problem: every file of seeds/forms, or what is wrong with them (F34). */
import { formFaultSentence, judgeForm, type ProblemForm } from "@accord/domain";
import { readKnownSubjects } from "../seed-files/known-subjects.js";
import { type FolderRead, type Found, readSeedFolder, SEEDS, takeAll } from "../seed-files/read-seed-folder.js";

/** Forms of a seeds folder and all that is wrong with them. */
export const readForms = (seeds: URL = SEEDS): FolderRead<ProblemForm> => {
  const known = readKnownSubjects(seeds);
  const taken = new Map<string, string>();
  return readSeedFolder<ProblemForm>(seeds, "forms/", {
    judge: (value) => {
      const judged = judgeForm(value);
      if (judged.ok) return judged.form;
      return { faults: judged.faults.map((fault) => ({ path: fault.path, sentence: formFaultSentence(fault) })) };
    },
    findStrangers: (form, file) => findStrangers(form, file, known, taken),
  });
};

export const loadForms = (seeds: URL = SEEDS): readonly ProblemForm[] => takeAll(readForms(seeds));

/** What the form names and the reference data does not have, and what another form asks about already. */
const findStrangers = (
  { family, categories, problems }: ProblemForm,
  file: string,
  known: ReadonlySet<string>,
  taken: Map<string, string>,
): readonly Found[] => {
  if (!known.has(family)) return [{ path: ["family"], sentence: `family "${family}" is no product family` }];
  const subjects = [
    ...categories.map((category, place) => ({ path: ["categories", place], of: `${family}/${category}` })),
    ...problems.map(({ category, problem }, place) => ({
      path: ["problems", place],
      of: `${family}/${category}/${problem}`,
    })),
  ];
  return subjects.flatMap(({ path, of }) => {
    const owner = taken.get(of);
    if (!known.has(of)) return [{ path, sentence: `${path.join(".")} ${of} is not in topics.json` }];
    if (owner !== undefined) return [{ path, sentence: `${path.join(".")} ${of} has a form already: ${owner}` }];
    taken.set(of, file);
    return [];
  });
};
