import { defineConfig } from "vitest/config";
import { node } from "../../vitest.node.ts";

export default defineConfig(node("api", ["src/**/*.test.ts"]));
