/** The typeface is asked for with the page, not only once a stylesheet names it, and its licence goes with it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);
const LICENCE = require.resolve("@fontsource-variable/public-sans/LICENSE");

export const typeface: Plugin = {
  name: "typeface",
  generateBundle() {
    const source = readFileSync(LICENCE, "utf8");
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
