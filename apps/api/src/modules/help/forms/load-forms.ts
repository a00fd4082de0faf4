/** The questions per problem: every file of seeds/forms, or what is wrong with them as `file:line: sentence` (F34). */
import { readdirSync, readFileSync } from "node:fs";
import { formFaultSentence, judgeForm, type ProblemForm, z } from "@accord/domain";
import { type Path, readLocated } from "../../../packs/located.js";

const SEEDS = new URL("../../../../seeds/", import.meta.url);
const FOLDER = "forms/";

export interface FormsRead {
  readonly forms: readonly ProblemForm[];
  /** Each a line for a person; empty when every file is good. */
  readonly problems: readonly string[];
}

interface Found {
  readonly path: Path;
  readonly sentence: string;
}
interface FileRead {
  readonly file: string;
  readonly form: ProblemForm | null;
  readonly lineOf: (path: Path) => number;
  readonly found: readonly Found[];
}

/** Forms of a seeds folder and all that is wrong with them. */
export const readForms = (seeds: URL = SEEDS): FormsRead => {
  const folder = new URL(FOLDER, seeds);
  const known = subjectsIn(readFileSync(new URL("topics.json", seeds), "utf8"));
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const files = names.sort().map((name) => readForm(name, readFileSync(new URL(name, folder), "utf8")));
  const taken = new Map<string, string>();
  const problems = files.flatMap(({ file, form, lineOf, found }) =>
    [...found, ...(form === null ? [] : strangersIn(form, file, known, taken))]
      .map(({ path, sentence }) => ({ line: lineOf(path), sentence }))
      .sort((a, b) => a.line - b.line)
      .map(({ line, sentence }) => `seeds/${FOLDER}${file}:${line}: ${sentence}`),
  );
  return { forms: files.flatMap(({ form }) => form ?? []), problems };
};

/** The forms; a server does not start with a bad one. */
export const loadForms = (seeds: URL = SEEDS): readonly ProblemForm[] => {
  const { forms, problems } = readForms(seeds);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return forms;
};

const readForm = (file: string, raw: string): FileRead => {
  const located = readLocated(raw);
  if (!located.ok) {
    const lines = located.problems.map(({ line }) => line);
    const found = located.problems.map(({ code, params }, place) => ({
      path: [place],
      sentence: code === "NAME_TWICE" ? `"${params.name}" stands twice in one object` : "this is not JSON",
    }));
    return { file, form: null, lineOf: ([place]) => lines[Number(place)] ?? 1, found };
  }
  const { value } = located;
  const judged = judgeForm(value.value);
  const faults = judged.ok ? [] : judged.faults;
  const found = faults.map((fault) => ({ path: fault.path, sentence: formFaultSentence(fault) }));
  return { file, form: judged.ok ? judged.form : null, lineOf: (path) => value.lineOf(path), found };
};

/** `family`, `family/category`, `family/category/problem`: everything a form may be about. */
const subjectsIn = (topics: string): ReadonlySet<string> => {
  const named = z.object({ slug: z.string() });
  const shape = z.array(
    z.object({ family: z.string(), categories: z.array(named.extend({ problems: z.array(named) })) }),
  );
  return new Set(
    shape
      .parse(JSON.parse(topics))
      .flatMap(({ family, categories }) => [
        family,
        ...categories.flatMap(({ slug, problems }) => [
          `${family}/${slug}`,
          ...problems.map((problem) => `${family}/${slug}/${problem.slug}`),
        ]),
      ]),
  );
};

/** What the form names and the reference data does not have, and what another form asks about already. */
const strangersIn = (
  { slug, family, categories, problems }: ProblemForm,
  file: string,
  known: ReadonlySet<string>,
  taken: Map<string, string>,
): Found[] => {
  const found: Found[] = [];
  if (`${slug}.json` !== file) found.push({ path: ["slug"], sentence: `slug "${slug}" is not the name of the file` });
  if (!known.has(family)) return [...found, { path: ["family"], sentence: `family "${family}" is no product family` }];
  const subjects = [
    ...categories.map((category, place) => ({ path: ["categories", place], of: `${family}/${category}` })),
    ...problems.map(({ category, problem }, place) => ({
      path: ["problems", place],
      of: `${family}/${category}/${problem}`,
    })),
  ];
  for (const { path, of } of subjects) {
    const owner = taken.get(of);
    if (!known.has(of)) found.push({ path, sentence: `${path.join(".")} ${of} is not in topics.json` });
    else if (owner !== undefined)
      found.push({ path, sentence: `${path.join(".")} ${of} has a form already: ${owner}` });
    else taken.set(of, file);
  }
  return found;
};
