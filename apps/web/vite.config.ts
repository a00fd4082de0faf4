/** Builds the single-page application for a strict Content-Security-Policy: nothing inline, no polyfill script, relative to no CDN. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { catalogues } from "./build/catalogues.ts";
import { chunks } from "./build/chunks.ts";
import { compressAssets } from "./build/compress-assets.ts";
import { shell } from "./build/shell.ts";
import { typeface } from "./build/typeface.ts";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The rooms are taken from source: a change in domain shows without a build step. */
export const roomAliases = [
  { find: /^@accord\/domain$/, replacement: source("../../packages/domain/src/index.ts") },
  { find: /^@accord\/schema$/, replacement: source("../../packages/schema/src/index.ts") },
];

/** Markdown's `&lt;` by a table: the browser's variant of this package assigns innerHTML, which trusted types refuse (I-6). */
const entities = {
  find: /^decode-named-character-reference$/,
  replacement: createRequire(import.meta.url).resolve("decode-named-character-reference"),
};

/** What the portal's build and the explorer's have in common. */
export const shared = {
  plugins: [react(), compressAssets()],
  resolve: { alias: [...roomAliases, entities] },
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Inline scripts and data: URLs are refused by the policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    sourcemap: false,
    reportCompressedSize: false,
    // React with its router and Apollo are one file, that of the editor is another.
    chunkSizeWarningLimit: 4000,
  },
} satisfies UserConfig;

export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, typeface, catalogues, shell()],
  server: { port: Number(process.env.WEB_PORT ?? 5173), strictPort: true },
  build: {
    ...shared.build,
    manifest: true,
    rolldownOptions: {
      // The typeface is for the server's pages too.
      input: { index: source("./index.html"), typeface: source("./src/app/typeface.css") },
      output: { codeSplitting: chunks },
    },
  },
});
