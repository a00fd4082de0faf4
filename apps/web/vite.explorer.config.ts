/** Builds the explorer, after the portal and into its folder: a page of its own, nothing of it weighs on the portal. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { shared } from "./vite.config.ts";

export default defineConfig({
  ...shared,
  publicDir: false,
  build: {
    ...shared.build,
    emptyOutDir: false,
    rolldownOptions: {
      input: fileURLToPath(new URL("./explorer.html", import.meta.url)),
      // Hints of a compiler that has run already over packages of the explorer.
      onLog: (level, log, report) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
