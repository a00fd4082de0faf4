/** The questions of the bench by name; `npm run check` holds their file against the published SDL. */
import { readFileSync } from "node:fs";
import { parse, print, separateOperations } from "graphql";

const file = readFileSync(new URL("./documents.graphql", import.meta.url), "utf8");
const texts = new Map(Object.entries(separateOperations(parse(file))).map(([name, one]) => [name, print(one)]));

/** The operation `name` with the fragments it needs, as a client sends it. */
export const questionOf = (name: string): string => {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`documents.graphql has no operation ${name}`);
  return text;
};
