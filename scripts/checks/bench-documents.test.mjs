import { expect, test } from "vitest";
import { checkBenchDocuments } from "./bench-documents.mjs";
import { plant } from "./planted.mjs";

const SDL = "type Query { request(id: ID!): SupportRequest } type SupportRequest { id: ID! createdAt: String! }";
const problemsOf = (files) => checkBenchDocuments(plant({ "packages/schema/schema.graphql": SDL, ...files }));

test("a question of the bench that the SDL does not answer is seen", () => {
  const graphql = "query W4($id: ID!) {\n  request(id: $id) {\n    id\n    at\n  }\n}\n";
  expect(problemsOf({ "benches/src/documents.graphql": graphql })).toEqual([
    'benches/src/documents.graphql:4: Cannot query field "at" on type "SupportRequest".',
  ]);
  expect(problemsOf({ "benches/src/documents.graphql": "query W4 {" })).toHaveLength(1);
});

test.each([
  ["an operation", "benches/src/walk.ts", "const DOCUMENT =\n  'query W4($id: ID!) { request(id: $id) { id } }';", 2],
  [
    "one without a name",
    "benches/src/data/fill.ts",
    "ask(`subscription ($id: ID!) {\n  request(id: $id) { id } }`);",
    1,
  ],
  ["one that is put together", "benches/src/servers/a.ts", "const W2 = `mutation { $" + "{FIELDS} }`;", 1],
  ["a selection", "benches/src/a.ts", 'ask("{ request { id } }");', 1],
])("a question that stands where nothing looks is seen: %s", (_name, path, code, line) => {
  expect(problemsOf({ [path]: code })).toEqual([expect.stringMatching(`^${path}:${line}: a question as text`)]);
});

test("questions that the SDL answers pass, and so does text that asks nothing", () => {
  const files = {
    "benches/src/documents.graphql": "query W4($id: ID!) { request(id: $id) { id createdAt } }",
    "benches/src/a.ts": 'const KEY = "{{key}}"; // `query W4 { at }`\nconst sentence = "a query takes {time}";',
    "benches/src/a.d.ts": 'declare module "a" {\n  import type { B } from "b";\n}',
  };
  expect(problemsOf(files)).toEqual([]);
});
