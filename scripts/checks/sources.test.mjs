import { expect, test } from "vitest";
import { checkBans } from "./bans.mjs";
import { checkGlossary, wordsOf } from "./glossary.mjs";
import { plant } from "./planted.mjs";
import { checkSizes } from "./sizes.mjs";
import { withoutComments } from "./sources.mjs";

test.each([
  ["251 lines", { "apps/api/src/long.ts": "const x = 1;\n".repeat(251) }, "251 lines"],
  ["a file named utils", { "packages/domain/src/shared/utils.ts": "" }, "utils"],
  ["a folder named helpers", { "apps/web/src/helpers/x.ts": "" }, "helpers"],
  ["a file named common", { "scripts/common.mjs": "" }, "common"],
  [
    "a ninth picture",
    Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`docs/screenshots/${at}.png`, ""])),
    "9 pictures",
  ],
  ["a file named misc", { "tests/misc.ts": "" }, "misc"],
])("sizes and names see %s", (_name, files, expected) => {
  expect(checkSizes(plant(files)).join("\n")).toContain(expected);
});

const STEPS = "  step();\n";

test.each([
  ["81 lines", { "apps/api/src/a.ts": `\nexport const f = () => {\n${STEPS.repeat(79)}};\n` }, "apps/api/src/a.ts:2"],
  [
    "parameters of several lines",
    { "packages/domain/src/a.ts": `export function f(\n  a: A,\n): B {\n${STEPS.repeat(78)}}\n` },
    "packages/domain/src/a.ts:1: a function of 82 lines",
  ],
  [
    "an object that is answered",
    { "apps/api/src/a.ts": `export const f = (a: A) => ({\n${"  a,\n".repeat(80)}});\n` },
    "give its parts names of their own",
  ],
  ["a method", { "apps/api/src/a.ts": `class A {\n  f(): B {\n${"    step();\n".repeat(80)}  }\n}\n` }, "a.ts:2"],
])("a function too long is seen: %s", (_name, files, expected) => {
  expect(checkSizes(plant(files)).join("\n")).toContain(expected);
});

test("a function of 80 lines is none, nor a long statement, nor a test", () => {
  const long = `export const f = () => {\n${STEPS.repeat(100)}};\n`;
  const files = {
    "apps/api/src/a.ts": `export const f = () => {\n${STEPS.repeat(78)}};\n`,
    "apps/api/src/b.ts": `if (isLong) {\n${STEPS.repeat(100)}}\n`,
    "apps/api/src/c.test.ts": long,
    "apps/web/src/d.ts": long,
  };
  expect(checkSizes(plant(files))).toEqual([]);
});

test("sizes and names accept 250 lines, a long table of test rows and a name that says something", () => {
  const files = {
    "apps/api/src/a.ts": "x\n".repeat(250),
    "apps/api/src/a.test.ts": "x\n".repeat(400),
    "scripts/machine.mjs": "",
  };
  expect(checkSizes(plant(files))).toEqual([]);
});

test.each([
  ["the clock in the API", { "apps/api/src/features/x.ts": "const now = Date.now();" }, "the clock (Date.now)"],
  ["the clock in the SPA", { "apps/web/src/x.tsx": "const now = new Date();" }, "the clock (new Date()"],
  ["a date in the domain", { "packages/domain/src/x.ts": "new Date(5)" }, "in the domain"],
  ["chance in the domain", { "packages/domain/src/x.ts": "Math.random()" }, "in the domain"],
  ["waiting in the domain", { "packages/domain/src/x.ts": "export const f = async () => 1;" }, "in the domain"],
  [
    "HTML from a string",
    { "apps/web/src/x.tsx": "<p dangerouslySetInnerHTML={{ __html: x }} />" },
    "HTML from a string",
  ],
  ["innerHTML", { "apps/web/src/x.ts": "node.innerHTML = x;" }, "HTML from a string"],
  [
    "money with the runtime's decimals",
    { "apps/web/src/x.ts": 'intl.formatNumber(5, { style: "currency", currency })' },
    "decimals of money asked of the runtime",
  ],
  ["eval", { "apps/api/src/x.ts": "eval(x)" }, "code from a string"],
  ["a function from text", { "apps/web/src/x.ts": 'new Function("return 1")' }, "code from a string"],
  ["the environment", { "apps/api/src/features/x.ts": "process.env.PORT" }, "the environment"],
  ["a module replaced", { "apps/web/src/x.test.tsx": 'vi.mock("./y")' }, "replaced for every suite (vi.mock("],
  ["a bare field of several lines", { "apps/web/src/x.tsx": "<textarea value={text} />" }, "asks who keeps"],
  [
    "Mantine's own",
    { "apps/web/src/features/x.tsx": 'import {\n  Button,\n  Textarea,\n} from "@mantine/core";' },
    "asks who keeps",
  ],
  ["a text nobody keeps", { "apps/web/src/features/x.tsx": "keptText(text, setText)" }, "said to be kept"],
  ["a second way to keep", { "apps/web/src/features/x.ts": 'sessionStorage.setItem("a", text);' }, "what a tab keeps"],
  ["an order of names", { "apps/web/src/x.ts": "names.sort((a, b) => a.localeCompare(b));" }, "an order of names"],
  [
    "a job at the start",
    { "apps/api/src/bring-up.ts": "scheduleJob(round, 5, report);" },
    "the `jobs` of its module.ts",
  ],
  ["an address at the start", { "apps/api/src/server.ts": 'app.get("/admin/mail", page);' }, "the `routes` of its"],
])("bans see %s", (_name, files, expected) => {
  expect(checkBans(plant(files)).join("\n")).toContain(expected);
});

test("bans leave the one clock, the configuration, comments and tests alone", () => {
  const root = plant({
    "apps/api/src/kernel/clock.ts": "export const now = () => Date.now();",
    "apps/api/src/main.ts": "readConfig(process.env);",
    "apps/api/src/x.ts": "// Date.now() is banned\nexport const at = new Date(5);",
    "apps/web/src/x.test.tsx": "const now = Date.now();",
    "apps/web/src/lib/kept/tab-store.ts": "sessionStorage.getItem(key);",
    "apps/web/src/features/new-request/x.tsx":
      'keptText(content.title, change); import { Textarea } from "../../textarea";',
  });
  expect(checkBans(root)).toEqual([]);
});

test.each([
  ["a declared name", { "packages/domain/src/x.ts": "export const userName = 1;" }, "say account"],
  ["a type", { "apps/api/src/x.ts": "interface SupportTicket {}" }, "say support request"],
  ["a function", { "apps/web/src/x.ts": "export function addContract() {}" }, "say agreement"],
  ["a file name", { "apps/api/src/add-watcher.ts": "export const x = 1;" }, "say additional contact"],
  ["a field of the schema", { "packages/schema/schema.graphql": "type Query { program: String }" }, "say programme"],
  ["a type of the schema", { "packages/schema/schema.graphql": "type IncidentOrder { id: ID }" }, "say purchase"],
])("the glossary sees a forbidden synonym in %s", (_name, files, expected) => {
  expect(checkGlossary(plant(files)).join("\n")).toContain(expected);
});

test("the glossary leaves descriptions, sorting orders and the contract's UserError alone", () => {
  const root = plant({
    "packages/schema/schema.graphql":
      '"""A user of a contract."""\ninterface UserError { code: String }\ntype P { userErrors: [UserError!]! }',
    "apps/api/src/x.ts": "export const sortOrder = 1; // the user\nconst programme = 1;",
  });
  expect(checkGlossary(root)).toEqual([]);
});

test("names fall into words", () => {
  expect(wordsOf("SupportRequestTicket_id")).toEqual(["support", "request", "ticket", "id"]);
});

test("comments go, strings and line numbers stay", () => {
  expect(withoutComments('const a = "// no"; // yes\n/* b\n */ c')).toBe('const a = "// no"; \n    \n    c');
});
