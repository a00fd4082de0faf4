/** The sentences are asked for with the page, not only once its first script runs: a link for each language, of which the server leaves its reader's (apps/api/src/kernel/http/spa.ts). */
import type { Plugin } from "vite";

const CATALOGUE = /\/src\/messages\/(\w+)\.ts$/;

export const catalogues: Plugin = {
  name: "catalogues",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { path, bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const language = file.type === "chunk" ? CATALOGUE.exec(file.facadeModuleId ?? "")?.[1] : undefined;
        if (path !== "/index.html" || language === undefined) return [];
        const attrs = {
          rel: "modulepreload",
          crossorigin: "",
          href: `/${file.fileName}`,
          "data-language": language,
        };
        return [{ tag: "link", attrs, injectTo: "head" as const }];
      }),
  },
};
