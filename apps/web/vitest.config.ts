/** Component tests run in jsdom. */
import { defineConfig, mergeConfig } from "vitest/config";
import viteConfig from "./vite.config.ts";

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      name: "web",
      environment: "jsdom",
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["./src/app/test-setup.ts"],
      css: false,
      // A document for each file, modules for all of a worker: loading React and Mantine anew took as long as the tests.
      isolate: false,
      unstubGlobals: true,
      testTimeout: 20_000,
      env: { TZ: "UTC" },
    },
  }),
);
