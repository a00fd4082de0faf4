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
  return readFileSync(join(root, TARGET), "utf8") === (await printBuiltSchema(root))
    ? []
    : [`${TARGET} is stale: npm run schema`];
}

export async function writePublishedSchema(root) {
  writeFileSync(join(root, TARGET), await printBuiltSchema(root));
}
