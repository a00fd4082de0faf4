import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkSchemaChanges, writeSchemaChangelog } from "./schema-changes.mjs";

const RELEASED =
  "type Query { plan(id: ID!): Plan } type Plan { id: ID! title: String state: State! } enum State { ON OFF }";
const CHANGELOG = "docs/schema-changelog.md";

const world = async (sdl, { breaks = {}, version = "0.1.0" } = {}) => {
  const root = plant({
    "package.json": { version },
    "packages/schema/released.graphql": RELEASED,
    "packages/schema/schema.graphql": sdl,
    "packages/schema/breaks.json": breaks,
    [CHANGELOG]: "",
  });
  await writeSchemaChangelog(root);
  return root;
};
const changelog = (root) => readFileSync(join(root, CHANGELOG), "utf8");

test.each([
  ["a field that is gone", (sdl) => sdl.replace("title: String ", ""), "Plan.title"],
  ["a type that changed", (sdl) => sdl.replace("title: String", "title: Int"), "Plan.title"],
  ["a value that is gone", (sdl) => sdl.replace(" OFF", ""), "State.OFF"],
  ["an argument that is required now", (sdl) => sdl.replace("id: ID!)", "id: ID!, at: Int!)"), "Query.plan.at"],
])("planted %s breaks clients, and is told with its place", async (_what, change, path) => {
  const [problem, ...others] = await checkSchemaChanges(await world(change(RELEASED)));
  expect(others).toEqual([]);
  expect(problem).toContain(`say in packages/schema/breaks.json under "${path}" what they do instead`);
});

test("before 1.0 a break passes once it is said what clients do instead, and the changelog says it", async () => {
  const sdl = RELEASED.replace("title: String ", "name: String ");
  const root = await world(sdl, { breaks: { "Plan.title": "Ask for `name`." } });
  expect(await checkSchemaChanges(root)).toEqual([]);
  expect(changelog(root)).toContain(
    "| `Plan.title` | Field `title` was removed from object type `Plan` | Ask for `name`. |",
  );
  expect(changelog(root)).toContain("| `Plan.name` | Field `name` was added to object type `Plan` |");
});

test("planted a field that an interface has no more, which its type had, breaks clients", async () => {
  const interfaced = RELEASED.replace("type Plan { id: ID! title: String", "interface Plan { id: ID!");
  const sdl = `${interfaced} type OwnPlan implements Plan { id: ID! state: State! title: String }`;
  const breaks = { Plan: "Ask by the type.", "Plan.title": { on: ["OwnPlan.title"] } };
  const root = await world(sdl, { breaks });
  expect(await checkSchemaChanges(root)).toEqual([]);
  expect(changelog(root)).toContain("Ask for it on the type that has it: `OwnPlan.title`.");
  const unsaid = await checkSchemaChanges(await world(sdl, { breaks: { Plan: breaks.Plan } }));
  expect(unsaid.join()).toContain('under "Plan.title"');
});

test("one sentence may stand for all changes of a kind", async () => {
  const sdl = "type Query { plan(id: ID!): Plan } type Plan { id: ID! }";
  const root = await world(sdl, { breaks: { "Plan.*": "Gone.", "State*": "Gone." } });
  expect(await checkSchemaChanges(root)).toEqual([]);
});

test("what a program can follow is told in words, and so is a name that stayed and means something else", async () => {
  const sdl = RELEASED.replace("title: String ", "title: String name: String ").replace(" state: State!", "");
  const breaks = { "Plan.state": { now: "phase" }, "Plan.title": { now: "name", isOther: true } };
  const root = await world(sdl.replace("id: ID! title", "id: ID! phase: State! title"), { breaks });
  expect(await checkSchemaChanges(root)).toEqual([]);
  expect(changelog(root)).toContain("| It is `phase` now. |");
  expect(changelog(root)).toContain(
    "| `Plan.title` | The name stayed and means something else | What it said is `name` now. |",
  );
});

test("from 1.0 nothing that is said allows a break", async () => {
  const sdl = RELEASED.replace("title: String ", "");
  const [problem] = await checkSchemaChanges(
    await world(sdl, { version: "1.0.0", breaks: { "Plan.title": "Ask for `name`." } }),
  );
  expect(problem).toMatch(/keep it as @deprecated$/);
});

test("what is added breaks nobody", async () => {
  const root = await world(`${RELEASED} extend type Query { version: String }`);
  expect(await checkSchemaChanges(root)).toEqual([]);
  expect(changelog(root)).toContain("## What is new or reworded");
});

test("a sentence about no break, and a stale changelog, are named", async () => {
  const root = await world(RELEASED, { breaks: { "Plan.title": "Ask for `name`." } });
  expect(changelog(root)).toContain("Nothing has changed.");
  writeFileSync(join(root, CHANGELOG), "");
  expect(await checkSchemaChanges(root)).toEqual([
    'packages/schema/breaks.json: "Plan.title" is no breaking change (any more): strike it',
    "docs/schema-changelog.md is stale: npm run fix",
  ]);
});
