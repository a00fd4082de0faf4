/** All suites of the repository as one Vitest run: the rooms, the contract, regression, reliability and script tests. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { node } from "./vitest.node.ts";

const isThere = (path: string): boolean => existsSync(fileURLToPath(new URL(path, import.meta.url)));

export default defineConfig({
  test: {
    projects: [
      "packages/domain",
      "apps/api",
      ...(isThere("apps/web/vitest.config.ts") || isThere("apps/web/vite.config.ts") ? ["apps/web"] : []),
      node("tests", ["tests/{contract,frozen,recipes,regression,reliability}/**/*.test.ts"]),
      node("scripts", ["scripts/**/*.test.mjs"]),
    ],
  },
});
