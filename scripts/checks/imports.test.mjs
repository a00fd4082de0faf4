import { expect, test } from "vitest";
import { checkImports } from "./imports.mjs";
import { plant } from "./planted.mjs";
import { importsOf } from "./read-imports.mjs";

const API = "apps/api/src/cli";
const declares = (dependencies) => ({
  "apps/api/package.json": { dependencies },
  "apps/web/package.json": { dependencies },
});

const VIOLATIONS = [
  [
    "room:domain imports another room",
    { "packages/domain/src/a.ts": 'import { x } from "@accord/schema";' },
    "room:domain",
  ],
  [
    "room:schema imports the domain",
    { "packages/schema/src/a.ts": 'import type { X } from "@accord/domain";' },
    "room:schema",
  ],
  ["room:api imports the SPA", { [`${API}/a.ts`]: 'import { x } from "@accord/web";' }, "room:api"],
  ["room:web imports the API", { "apps/web/src/a.ts": 'import { x } from "@accord/api";' }, "room:web"],
  [
    "room:web reaches past an index",
    { "apps/web/src/a.ts": 'import { x } from "@accord/domain/dist/x.js";' },
    "past an index",
  ],
  ["room:web leaves by a path", { "apps/web/src/a.ts": 'import { x } from "../../api/src/x.js";' }, "leaves its room"],
  ["a package nobody declared", { [`${API}/a.ts`]: 'import x from "left-pad";' }, "does not declare"],
  [
    "a package that `npm start` leaves out",
    { [`${API}/a.ts`]: 'import x from "vitest";', "apps/api/package.json": { devDependencies: { vitest: "1" } } },
    "does not declare",
  ],
  [
    "domain-is-pure: node:",
    { "packages/domain/src/a.ts": 'import { readFileSync } from "node:fs";' },
    "domain-is-pure",
  ],
  ["domain-is-pure: zod elsewhere", { "packages/domain/src/a.ts": 'import { z } from "zod";' }, "domain-is-pure"],
  [
    "typeorm-only-in-storage",
    { [`${API}/a.ts`]: 'import { EntitySchema } from "typeorm";', ...declares({ typeorm: "1" }) },
    "typeorm-only",
  ],
  [
    "features-are-strangers in the SPA",
    {
      "apps/web/src/features/plans/a.tsx": 'import { b } from "../help/b";',
      "apps/web/src/features/help/b.tsx": "export const b = 1;",
    },
    "features-are-strangers",
  ],
  [
    "features-are-strangers: the way back",
    {
      "apps/web/src/features/files/a.tsx": 'import { b } from "../requests";',
      "apps/web/src/features/requests/index.ts": "export const b = 1;",
    },
    "features-are-strangers",
  ],
  [
    "feature-through-its-face, types too",
    {
      "apps/web/src/features/requests/a.tsx": 'import type { B } from "../files/b";',
      "apps/web/src/features/files/b.tsx": "export interface B {}",
    },
    "feature-through-its-face",
  ],
  [
    "module-through-its-face, types too",
    {
      [`${API}/a.ts`]: 'import type { B } from "../modules/help/b.js";',
      "apps/api/src/modules/help/b.ts": "export interface B {}",
    },
    "module-through-its-face",
  ],
  [
    "module-through-its-face from a test of the whole",
    {
      "tests/contract/a.test.ts": 'import { b } from "../../apps/api/src/modules/help/b.js";',
      "apps/api/src/modules/help/b.ts": "export const b = 1;",
    },
    "module-through-its-face",
  ],
  [
    "modules-look-down: the start",
    {
      "apps/api/src/modules/help/a.ts": 'import type { B } from "../../cli/b.js";',
      [`${API}/b.ts`]: "export interface B {}",
    },
    "modules-look-down",
  ],
  [
    "modules-look-down: a module the table does not name",
    {
      "apps/api/src/modules/help/a.ts": 'import { b } from "../topics/module.js";',
      "apps/api/src/modules/topics/module.ts": "export const b = 1;",
    },
    "modules-look-down",
  ],
  [
    "modules-look-down: the kernel",
    {
      "apps/api/src/kernel/a.ts": 'import { b } from "../modules/help/module.js";',
      "apps/api/src/modules/help/module.ts": "export const b = 1;",
    },
    "modules-look-down",
  ],
  [
    "typeorm outside the storage of a module",
    { "apps/api/src/modules/help/a.ts": 'import { EntitySchema } from "typeorm";', ...declares({ typeorm: "1" }) },
    "typeorm-only",
  ],
  [
    "ui-knows-no-feature",
    {
      "apps/web/src/ui/a.tsx": 'import { b } from "../features/help/b";',
      "apps/web/src/features/help/b.tsx": "export const b = 1;",
    },
    "ui-knows-no-feature",
  ],
  [
    "ui-knows-no-feature: data",
    { "apps/web/src/ui/a.tsx": 'import { x } from "@accord/domain";' },
    "ui-knows-no-feature",
  ],
  ["a lazy import", { "apps/web/src/a.ts": 'const x = import("@accord/api");' }, "room:web"],
  ["an export from", { "apps/web/src/a.ts": 'export * from "@accord/api";' }, "room:web"],
];

test.each(VIOLATIONS)("import rules see %s", (_name, files, expected) => {
  const problems = checkImports(plant(files));
  expect(problems.join("\n")).toContain(expected);
});

test("import rules accept what the table allows", () => {
  const root = plant({
    "packages/domain/src/shared/validation.ts": 'export { z } from "zod";',
    "packages/domain/src/shared/calendar.ts":
      'import { Temporal } from "temporal-polyfill"; export const t = Temporal;',
    "packages/domain/src/a.test.ts": 'import { readFileSync } from "node:fs"; import { test } from "vitest";',
    "apps/api/src/kernel/db/x.ts": 'import { EntitySchema } from "typeorm"; import { x } from "@accord/domain";',
    [`${API}/a.ts`]: 'import { b } from "./b.js"; // from "@accord/web"',
    [`${API}/b.ts`]: 'export const b = "import x from y";',
    "apps/api/src/modules/modules.ts": 'export { help } from "./help/module.js";',
    "apps/api/src/modules/help/module.ts": 'import { t } from "./storage/t.js"; export const help = t;',
    "apps/api/src/modules/help/storage/t.ts": 'import { EntitySchema } from "typeorm"; export const t = EntitySchema;',
    "apps/api/src/cli/x.ts": 'export const x = {\n  name: "agreement import",\n  summary: "Import",\n};',
    "apps/web/src/features/requests/a.tsx": 'import { b } from "../files";',
    "apps/web/src/features/files/index.ts": "export const b = 1;",
    "apps/web/preview/sdl.ts": 'import sdl from "@accord/schema/schema.graphql?raw";',
    ...declares({ typeorm: "1" }),
  });
  expect(checkImports(root)).toEqual([]);
});

test("imports are read over several lines, and comments are not", () => {
  const text =
    'import {\n  a,\n  type B,\n} from "./a.js";\n/* import "./no.js" */\nimport "./effect.js";\nimport type { C } from "./c.js";';
  expect(importsOf(text)).toEqual([
    { target: "./a.js", isType: false },
    { target: "./c.js", isType: true },
    { target: "./effect.js", isType: false },
  ]);
});
