import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkForgotten } from "./forgotten.mjs";
import { withRemedy } from "./imports.mjs";
import { plant } from "./planted.mjs";

const SDL = `type Query { list: [Int] }
type Mutation { drop(input: DropInput!): Int  keep(input: KeepInput!): Int }
input DropInput { id: ID! }
input KeepInput { id: ID! idempotencyKey: ID }`;
const WEB = "apps/web/src/features/list";

const modules = ({ onceByNature = "{}", sqlite = "", postgres = "" }) =>
  `class One { name = "One1" }
class Two { name = "Two2" }
export const MODULES = {
  onceByNature: ${onceByNature},
  storage: { sqliteMigrations: [One, ${sqlite}], postgresMigrations: [One, ${postgres}] },
};`;
const connect = (drift) => `export const connectSqlite = async () => ({
  close: async () => {},
  source: {
    runMigrations: async () => {},
    driver: { createSchemaBuilder: () => ({ log: async () => ({ upQueries: ${JSON.stringify(drift)} }) }) },
  },
});`;

const world = ({ examples = {}, matrix = {}, places = "", api = {}, drift = [] } = {}) =>
  plant({
    "packages/schema/schema.graphql": SDL,
    "packages/schema/examples/1-list.graphql": "query A { list }",
    ...examples,
    "tests/contract/matrix.json": JSON.stringify(matrix),
    "tests/journeys/commands/list.ts": places,
    [`${WEB}/drop.tsx`]: "const command = useCommand(DropDocument, {});",
    "apps/api/dist/package.json": { type: "module" },
    "apps/api/dist/modules/modules.js": modules(api),
    "apps/api/dist/kernel/db/sqlite/connect.js": connect(drift),
  });

test("whatever was forgotten is named with the file to edit", async () => {
  const root = world({ api: { postgres: "Two" }, drift: [{ query: 'ALTER TABLE "list" ADD "at" bigint' }] });
  const found = await checkForgotten(root);
  for (const line of [
    /^drop has no example: add packages\/schema\/examples\/.*npx vitest run --update=new/,
    /^keep has no example/,
    /^Query\.list has no row in tests\/contract\/matrix\.json: judge who may/,
    /^Mutation\.drop has no row/,
    /^Mutation\.keep has no row/,
    /^Mutation\.drop takes no idempotencyKey: say in `onceByNature` of its module's policies\.ts/,
    /drop\.tsx: Drop is pressed in no browser: add it to tests\/journeys\/commands/,
    /^Two2 is a migration of PostgreSQL alone/,
    /^the table list declares what no migration makes: add it to its `migrations`/,
  ])
    expect(found.filter((one) => line.test(one))).toHaveLength(1);
  expect(found).toHaveLength(9);
});

test("where nothing was forgotten nothing is said", async () => {
  const root = world({
    examples: {
      "packages/schema/examples/2-drop.graphql": "mutation B { drop(input: { id: 1 }) keep(input: { id: 1 }) }",
    },
    matrix: { "Query.list": {}, "Mutation.drop": {}, "Mutation.keep": {} },
    places: "Drop: {}",
    api: { onceByNature: '{ drop: "gone is gone" }' },
  });
  expect(await checkForgotten(root)).toEqual([]);
});

test("a subscription asks for an example as the others do", async () => {
  const root = world();
  appendFileSync(join(root, "packages/schema/schema.graphql"), "type Subscription { ticked: Int }");
  expect(await checkForgotten(root)).toContainEqual(expect.stringMatching(/^ticked has no example/));
});

test("a forbidden import comes with what to do about it", () => {
  expect(withRemedy("a.ts: modules-look-down (../desk/module.js)")).toBe(
    "a.ts: modules-look-down (../desk/module.js): import from a module below, or add a row to MODULE_EDGES in scripts/checks/imports.mjs",
  );
  expect(withRemedy("a.ts: something else")).toBe("a.ts: something else");
});
