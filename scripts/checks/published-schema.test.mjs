import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkPublishedSchema, writePublishedSchema } from "./published-schema.mjs";

const TARGET = "packages/schema/schema.graphql";
const GRAPHQL = pathToFileURL(createRequire(import.meta.url).resolve("graphql"));
const API = `import graphql from "${GRAPHQL}";
export const buildApiSchema = async () => graphql.buildSchema("type Query { b: Int a: Int }");`;
const plantApi = (sdl) =>
  plant({ [TARGET]: sdl, "apps/api/dist/package.json": { type: "module" }, "apps/api/dist/schema.js": API });

test("an SDL that says something else than the built API is named with its command, which writes it", async () => {
  const root = plantApi("type Query {\n  a: Int\n}\n");
  expect(await checkPublishedSchema(root)).toEqual([`${TARGET} is stale: npm run schema`]);
  await writePublishedSchema(root);
  expect(readFileSync(join(root, TARGET), "utf8")).toBe("type Query {\n  a: Int\n  b: Int\n}\n");
  expect(await checkPublishedSchema(root)).toEqual([]);
});

test("without a build nothing can be said", async () => {
  expect(await checkPublishedSchema(plant({ [TARGET]: "" }))).toEqual([
    "apps/api/dist/schema.js is missing: npm run build",
  ]);
});
