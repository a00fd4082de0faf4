import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { generate } from "./generate.mjs";

const SDL = `
  interface Node { id: ID! }
  type Plan implements Node { id: ID!, endsOn: LocalDate!, remaining: Int }
  scalar LocalDate
  type Query { plans: [Plan!]! }
`;
const web = (documents) => ({
  "packages/schema/schema.graphql": SDL,
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`apps/web/src/${name}`, text])),
});
const read = (root, path) => readFileSync(join(root, path), "utf8");

test("types, possible types and a typed document beside its component are written", async () => {
  const root = plant(
    web({
      "a/plans.graphql": "query Plans { plans { ...PlanLine } }",
      "b/line.graphql": "fragment PlanLine on Plan { endsOn }",
    }),
  );
  await generate(root);
  expect(read(root, "packages/schema/src/schema.generated.ts")).toContain(
    "LocalDate: { input: string; output: string; }",
  );
  expect(read(root, "packages/schema/src/possible-types.generated.ts")).toContain('nodeTypes: string[] = ["Plan"]');
  const text = read(root, "apps/web/src/a/plans.generated.ts");
  expect(text).toContain("export const PlansDocument");
  expect(text).toContain("readonly endsOn: string");
  expect(text).toContain('"FragmentDefinition"');
});

test("the manifest's hash is that of the document as the client sends it", async () => {
  const root = plant(web({ "plans.graphql": "query Plans { plans { id } }" }));
  await generate(root, ["web"]);
  const [entry] = Object.values(JSON.parse(read(root, "apps/web/src/trusted-documents.generated.json")));
  expect(entry).toEqual({ name: "Plans", text: "query Plans {\n  plans {\n    __typename\n    id\n  }\n}" });
});

test.each([
  ["a wrong field", { "a.graphql": "query A { plans { nope } }" }],
  ["an unknown fragment", { "a.graphql": "query A { plans { ...Nope } }" }],
  ["a name used twice", { "a.graphql": "query A { plans { id } }", "b.graphql": "query A { plans { endsOn } }" }],
])("%s fails", async (_name, documents) => {
  await expect(generate(plant(web(documents)), ["web"])).rejects.toThrow();
});

test("what a removed document left behind goes", async () => {
  const root = plant(web({ "old.generated.ts": "export {};" }));
  await generate(root, ["web"]);
  expect(existsSync(join(root, "apps/web/src/old.generated.ts"))).toBe(false);
});
