/** `npx vitest run --config tests/frozen/make/vitest.config.ts` makes the frozen databases anew: Vitest compiles the server as for every suite. */
import { defineConfig } from "vitest/config";
import { node } from "../../../vitest.node.ts";

export default defineConfig({ ...node("tests", ["tests/frozen/make/make.run.ts"]), root: "." });
