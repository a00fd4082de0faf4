/** What third parties are shown: the published SDL and the examples that tests execute, read from packages/schema (F73). */
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema, Kind, parse } from "graphql";

export interface Example {
  /** File name without number and ending, such as `add-agreement`. */
  readonly name: string;
  /** Its first comment: what it shows. */
  readonly summary: string;
  readonly document: string;
  readonly variables: string | null;
  /** What it was answered, ids apart. */
  readonly answer: string | null;
  /** Root fields it asks for. */
  readonly rootFields: readonly string[];
}

export interface PublishedApi {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  readonly examples: readonly Example[];
}

const FOLDER = new URL("../../../../packages/schema/", import.meta.url);

/** Reads the published API once; throws when the repository or image lacks it. */
export const readPublishedApi = (): PublishedApi => {
  const sdl = readFileSync(new URL("schema.graphql", FOLDER), "utf8");
  const folder = new URL("examples/", FOLDER);
  const files = readdirSync(folder).sort();
  const readIfThere = (file: string): string | null =>
    files.includes(file) ? readFileSync(new URL(file, folder), "utf8").trim() : null;
  const examples = files
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => {
      const stem = file.replace(/\.graphql$/, "");
      return readExample(stem.replace(/^\d+-/, ""), readFileSync(new URL(file, folder), "utf8"), {
        variables: readIfThere(`${stem}.variables.json`),
        answer: readIfThere(`${stem}.answer.json`),
      });
    });
  return { sdl, schema: buildSchema(sdl), examples };
};

/** An example from its document. */
export const readExample = (
  name: string,
  text: string,
  data: Pick<Example, "variables" | "answer"> = { variables: null, answer: null },
): Example => {
  const [, summary = "", document = text] = /^#\s*([^\n]*)\n([\s\S]*)$/.exec(text) ?? [];
  const rootFields = parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  );
  return { name, summary: summary.trim(), document: document.trim(), rootFields, ...data };
};
