// The SDL that is published says what the built API answers: a stale one would tell clients of fields that are not there.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";

const TARGET = "packages/schema/schema.graphql";
const BUILT = "apps/api/dist/schema.js";

/** The SDL of the built API, sorted. */
async function printBuiltSchema(root) {
  const { buildApiSchema } = await import(pathToFileURL(join(root, BUILT)).href);
  return `${printSchema(lexicographicSortSchema(await buildApiSchema()))}\n`;
}

export async function checkPublishedSchema(root) {
  if (!existsSync(join(root, BUILT))) return [`${BUILT} is missing: npm run build`];
  let built;
  try {
    built = await printBuiltSchema(root);
  } catch (error) {
    // One line for each field that may not be served.
    return error.message.replace(/^the schema may not be served: /, "").split("; ");
  }
  return readFileSync(join(root, TARGET), "utf8") === built ? [] : [`${TARGET} is stale: npm run schema`];
}

export async function writePublishedSchema(root) {
  writeFileSync(join(root, TARGET), await printBuiltSchema(root));
}
