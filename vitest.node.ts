/** The Vitest settings every suite that runs in Node shares: decorators as tsc reads them, one copy of graphql, fresh domain sources. */
import { fileURLToPath } from "node:url";
import type { UserWorkspaceConfig } from "vitest/config";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Settings of the suite `name` over the files `include` (relative to the folder Vitest takes as its root). */
export const node = (name: string, include: string[]): UserWorkspaceConfig => ({
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  resolve: {
    alias: [
      // Two copies of graphql otherwise: Vite takes index.mjs, the packages it leaves alone take index.js.
      { find: /^graphql$/, replacement: "graphql/index.js" },
      { find: /^@accord\/domain$/, replacement: path("./packages/domain/src/index.ts") },
    ],
  },
  test: {
    name,
    include,
    // Files of a worker share their modules: loading the schema and TypeORM anew for each took a third of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: name === "api" || name === "tests" ? [path("./tests/support/watch-units.ts")] : [],
  },
});
