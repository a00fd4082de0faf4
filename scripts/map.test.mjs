import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { checkMap, writeMap } from "./map.mjs";

const MODULES = "apps/api/src/modules";
const PAGE = "docs/architecture.md";
const face = (about) => `/** ${about}. The face of the module. */\n`;

test("the map tells what each module is about and stands on; a module that was added makes it stale", () => {
  const files = {
    [`${MODULES}/purchases/module.ts`]: face("Purchases: cards and charges"),
    [`${MODULES}/purchases/charge.ts`]: 'import type { Plan } from "../agreements/module.js";',
    [`${MODULES}/agreements/module.ts`]: face("Agreements: plans"),
    [PAGE]: "# Map\n\n<!-- map: written by npm run fix -->\nof before\n<!-- end of the map -->\n",
  };
  const root = plant(files);
  expect(checkMap(root)).toEqual([`${PAGE} is stale (the map): npm run fix`]);
  writeMap(root);
  expect(checkMap(root)).toEqual([]);
  const rows = readFileSync(join(root, PAGE), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(["| `agreements` | plans | – |", "| `purchases` | cards and charges | agreements |"]);
});

test("a page without a place for the map is told", () => {
  expect(checkMap(plant({ [`${MODULES}/a/module.ts`]: face("A: a"), [PAGE]: "# Map\n" }))).toHaveLength(1);
});
