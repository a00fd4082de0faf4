/** Component tests run in jsdom; one worker, because the machine is shared with the other rooms. */
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
      testTimeout: 20_000,
      env: { TZ: "UTC" },
    },
  }),
);
