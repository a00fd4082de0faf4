// The bench asks what the published SDL answers: its questions stand in .graphql files, each of them valid, and nowhere else.
import { buildSchema, GraphQLError, parse, Source, validate } from "graphql";
import { CODE, filesOf, lineOf, read, withoutComments } from "./sources.mjs";

// A folder named data is left out elsewhere, for what a run leaves there.
const FOLDERS = ["benches/src", "benches/src/data"];
/** A string that begins as an operation does, or as a selection of fields. */
const QUESTION = /["'`](?:\s*(?:query|mutation|subscription)\b[^"'`{]*)?\{\s*(?:[a-z]|\$\{)/g;

/** One line for each question that the SDL does not answer, and for each that stands where nothing looks. */
export function checkBenchDocuments(root) {
  const schema = buildSchema(read(root, "packages/schema/schema.graphql"));
  const wrong = filesOf(root, FOLDERS, /\.graphql$/).flatMap((path) =>
    errorsOf(schema, new Source(read(root, path), path)).map(
      ({ message, locations }) => `${path}:${locations?.[0]?.line ?? 1}: ${message}`,
    ),
  );
  const hidden = filesOf(root, FOLDERS, CODE).flatMap((path) => {
    const code = withoutComments(read(root, path));
    return [...code.matchAll(QUESTION)].map(
      ({ index }) => `${path}:${lineOf(code, index)}: a question as text: write it into documents.graphql`,
    );
  });
  return [...wrong, ...hidden];
}

function errorsOf(schema, source) {
  try {
    return validate(schema, parse(source));
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
