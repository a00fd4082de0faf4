/** A folder of seeds, one thing a file: all that its files hold, or what is wrong with them as `file:line: sentence`. */
import { readdirSync, readFileSync } from "node:fs";
import { type Path, readPositionedJson } from "../../../kernel/text/positioned-json.js";

export const SEEDS = new URL("../../../../seeds/", import.meta.url);

/** What is wrong, and where in its file. */
export interface Found {
  readonly path: Path;
  readonly sentence: string;
}

export interface FolderRead<Item> {
  readonly items: readonly Item[];
  /** Each a line for a person; empty when every file is good. */
  readonly problems: readonly string[];
}

interface Reading<Item> {
  /** The rules of the thing itself. */
  readonly judge: (value: unknown) => Item | { readonly faults: readonly Found[] };
  /** What it names and the files beside it do not have, or have given away already. */
  readonly findStrangers: (item: Item, file: string) => readonly Found[];
}

/** Every JSON file of `folder` (`trees/`), by name. */
export const readSeedFolder = <Item extends { readonly slug: string }>(
  seeds: URL,
  folder: string,
  { judge, findStrangers }: Reading<Item>,
): FolderRead<Item> => {
  const items: Item[] = [];
  const read = (file: string): readonly Line[] => {
    const located = readPositionedJson(readFileSync(new URL(folder + file, seeds), "utf8"));
    if (!located.ok)
      return located.problems.map(({ code, line, params }) => ({
        line,
        sentence: code === "NAME_TWICE" ? `"${params.name}" stands twice in one object` : "this is not JSON",
      }));
    const { value, lineOf } = located.value;
    const judged = judge(value);
    const found = "faults" in judged ? judged.faults : [...findMisnamed(judged, file), ...findStrangers(judged, file)];
    if (!("faults" in judged)) items.push(judged);
    return found.map(({ path, sentence }) => ({ line: lineOf(path), sentence }));
  };
  const names = readdirSync(new URL(folder, seeds)).filter((name) => name.endsWith(".json"));
  const problems = names
    .sort()
    .flatMap((file) =>
      [...read(file)]
        .sort((a, b) => a.line - b.line)
        .map(({ line, sentence }) => `seeds/${folder}${file}:${line}: ${sentence}`),
    );
  return { items, problems };
};

/** The items; a server does not start with a bad file. @throws Error with file, line and sentence of each fault */
export const takeAll = <Item>({ items, problems }: FolderRead<Item>): readonly Item[] => {
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return items;
};

interface Line {
  readonly line: number;
  readonly sentence: string;
}

const findMisnamed = ({ slug }: { readonly slug: string }, file: string): readonly Found[] =>
  `${slug}.json` === file ? [] : [{ path: ["slug"], sentence: `slug "${slug}" is not the name of the file` }];
