import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkRatchet, lowerRecord } from "./ratchet.mjs";

const API = "apps/api/src";
const WEB = "apps/web/src";
const DOMAIN = "packages/domain/src";
const RECORD = "scripts/checks/ratchet.json";
const NONE = new Set();
const ratchet = (files, record = {}, changed = NONE) => checkRatchet(plant({ ...files, [RECORD]: record }), changed);

const CIRCLE = {
  [`${API}/kernel/db/a.ts`]: 'import type { B } from "./b.js";',
  [`${API}/kernel/db/b.ts`]: 'export type { C } from "./c.js";',
  [`${API}/kernel/db/c.ts`]: 'export const load = () => import("./a.js");',
};
const UPWARD = {
  [`${API}/kernel/a.ts`]: 'import type { B } from "../modules/plans/b.js";',
  [`${API}/modules/plans/b.ts`]: "export interface B {}",
};

test("a circle is seen through `import type`, `export … from` and a lazy import", () => {
  expect(ratchet(CIRCLE)).toEqual([
    "apps/api has 3 circles, scripts/checks/ratchet.json allows 0: mend 3 of these",
    `  ${API}/kernel/db/a.ts: imports ${API}/kernel/db/b.ts (leads back here, a circle of 3 files)`,
    expect.stringContaining(`${API}/kernel/db/b.ts: imports ${API}/kernel/db/c.ts`),
    expect.stringContaining(`${API}/kernel/db/c.ts: imports ${API}/kernel/db/a.ts`),
  ]);
});

test("two circles count together, and what only leads to one does not", () => {
  const files = {
    ...CIRCLE,
    [`${API}/kernel/db/d.ts`]: 'import "./a.js"; import "./e.js";',
    [`${API}/kernel/db/e.ts`]: 'import "./f.js"; import "./a.js";',
    [`${API}/kernel/db/f.ts`]: 'import "./e.js";',
  };
  expect(ratchet(files, { "apps/api": { circles: 5 } })).toEqual([]);
});

const UPWARDS = [
  ["kernel → nouns", UPWARD, "the kernel knows no noun"],
  [
    "kernel → app",
    { [`${API}/kernel/a.ts`]: 'import "../main.js";', [`${API}/main.ts`]: "" },
    "the kernel knows no noun",
  ],
  [
    "nouns → app",
    { [`${API}/modules/help/a.ts`]: 'import "../modules.js";', [`${API}/modules/modules.ts`]: "" },
    "start",
  ],
  ["ui → lib", { [`${WEB}/ui/a.tsx`]: 'import type { B } from "../lib/b";', [`${WEB}/lib/b.ts`]: "" }, "no data"],
  [
    "lib → features",
    {
      [`${WEB}/lib/a.ts`]: 'export const open = () => import("../features/help/b");',
      [`${WEB}/features/help/b.tsx`]: "",
    },
    "knows no feature",
  ],
  [
    "features → app",
    { [`${WEB}/features/help/a.tsx`]: 'import { b } from "../../app/b";', [`${WEB}/app/b.ts`]: "" },
    "opened by the app",
  ],
];

test.each(UPWARDS)("an import that runs up is seen: %s", (name, files, why) => {
  const problems = ratchet(files);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain("has 1 upward");
  expect(problems[1]).toContain(name);
  expect(problems[1]).toContain(why);
});

test("what runs down is no upward import: the app's lazy import of a page, a feature's of lib, a test's of anything", () => {
  const files = {
    [`${WEB}/app/loads.ts`]: 'export const load = () => import("../features/help/page");',
    [`${WEB}/features/help/page.tsx`]: 'import { c } from "../../lib/c"; import { d } from "../../ui/d";',
    [`${WEB}/lib/c.ts`]: 'import { d } from "../ui/d";',
    [`${WEB}/ui/d.tsx`]: "",
    [`${WEB}/ui/d.test.tsx`]: 'import { c } from "../lib/c";',
    [`${API}/modules/modules.ts`]: 'import { help } from "./help/module.js";',
    [`${API}/modules/help/module.ts`]: 'import { join } from "../../kernel/module.js";',
    [`${API}/kernel/module.ts`]: "",
  };
  expect(ratchet(files)).toEqual([]);
});

test("an export of the domain that only a test imports is seen, through `export *` and by name", () => {
  const files = {
    [`${DOMAIN}/index.ts`]: 'export * from "./plan/a.js";\nexport { d, type E as F } from "./plan/d.js";\n',
    [`${DOMAIN}/plan/a.ts`]:
      "/** Not even inA. */\nexport const onlyTested = () => 1;\nexport const inA = 1;\nexport const b = [...inA];\nexport const inScript = 1;\n",
    [`${DOMAIN}/plan/a.test.ts`]: 'import { onlyTested } from "./a.js";',
    [`${DOMAIN}/plan/c.ts`]: 'import { d } from "./d.js";',
    [`${DOMAIN}/plan/d.ts`]: "export const d = 1;\nexport interface E {}\nexport const notPublished = 1;\n",
    "packages/domain/testing/world.ts": 'import { onlyTested } from "../src/index.js";',
    "tests/a.test.ts": 'import { onlyTested } from "../packages/domain/src/index.js";',
    [`${WEB}/a.ts`]: 'import { type Z, b } from "@accord/domain"; import { onlyTested } from "./b";',
    "scripts/rules.mjs": "const f = ({ inScript }) => inScript;",
  };
  expect(ratchet(files)).toEqual([
    "packages/domain has 2 testedOnly, scripts/checks/ratchet.json allows 0: mend 2 of these",
    `  ${DOMAIN}/plan/a.ts: onlyTested (nothing but tests uses it: use it where the product decides, or delete it)`,
    expect.stringContaining(`${DOMAIN}/plan/d.ts: E (`),
  ]);
});

test("a count that rose names the places in changed files, where there are some", () => {
  const files = { ...UPWARD, [`${API}/kernel/new.ts`]: 'import type { B } from "../modules/plans/b.js";' };
  const record = { "apps/api": { upward: 1 } };
  expect(ratchet(files, record)).toHaveLength(3);
  expect(ratchet(files, record, new Set([`${API}/kernel/new.ts`]))).toEqual([
    "apps/api has 2 upward, scripts/checks/ratchet.json allows 1: mend 1 of these",
    expect.stringContaining(`${API}/kernel/new.ts: imports ${API}/modules/plans/b.ts`),
  ]);
});

test("a count that fell is to be written down, and --write lowers only", () => {
  const root = plant({ ...UPWARD, ...CIRCLE, [RECORD]: { "apps/api": { circles: 2, upward: 7 } } });
  const fell = "scripts/checks/ratchet.json: apps/api has 1 upward, fewer than the 7 it says: npm run fix";
  expect(checkRatchet(root, NONE)).toContain(fell);
  lowerRecord(root);
  expect(JSON.parse(readFileSync(join(root, RECORD), "utf8"))["apps/api"]).toEqual({ circles: 2, upward: 1 });
  expect(checkRatchet(root, NONE)[0]).toContain("apps/api has 3 circles");
});
