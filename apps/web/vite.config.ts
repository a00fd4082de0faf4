/** Builds the single-page application for a strict Content-Security-Policy: nothing inline, no polyfill script, relative to no CDN. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const require = createRequire(import.meta.url);
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

const TYPEFACE_LICENCE = require.resolve("@fontsource-variable/public-sans/LICENSE");
/** The typeface is asked for with the page, not only once a stylesheet names it, and its licence goes with it. */
const typeface: Plugin = {
  name: "typeface",
  generateBundle() {
    const source = readFileSync(TYPEFACE_LICENCE, "utf8");
    this.emitFile({ type: "asset", fileName: "assets/public-sans-licence.txt", source });
  },
  transformIndexHtml: {
    order: "post",
    handler: (_html, { path, bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => path === "/index.html" && file.includes("public-sans-latin-wght"))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${file}` },
          injectTo: "head-prepend",
        })),
  },
};

export default defineConfig({
  plugins: [react(), typeface],
  resolve: { alias: [...roomAliases, entities] },
  server: { port: Number(process.env.WEB_PORT ?? 5173), strictPort: true },
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Inline scripts and data: URLs are refused by the policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      // The explorer is a page of its own: nothing of it weighs on the portal. The typeface is for the server's pages too.
      input: {
        index: source("./index.html"),
        explorer: source("./explorer.html"),
        typeface: source("./src/app/typeface.css"),
      },
      // Hints of a compiler that has run already over packages of the explorer.
      onLog: (level, log, report) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
