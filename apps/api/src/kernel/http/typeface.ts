/** The typeface of the portal's build, for the pages the server renders itself; where nothing is built they stand in a font of the machine. */
import { existsSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

const BUILD = new URL("../../../../web/dist/", import.meta.url);
/** How the build knows its stylesheet (apps/web/vite.config.ts). */
const ENTRY = "src/app/typeface.css";

interface Entry {
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

const entryOf = (build: URL): Entry => {
  const manifest = new URL(".vite/manifest.json", build);
  if (!existsSync(manifest)) return {};
  return (JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Entry>)[ENTRY] ?? {};
};

/** Its rules, to stand before a stylesheet of ours. */
export const readTypeface = (build = BUILD): string =>
  (entryOf(build).css ?? []).map((file) => readFileSync(new URL(file, build), "utf8")).join("");

/** Its files, for an origin that serves nothing else of the build: a font is not taken from another one. */
export const registerTypeface = (app: FastifyInstance, build = BUILD): void => {
  for (const file of entryOf(build).assets ?? [])
    app.get(`/${file}`, async (_request, reply) =>
      reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .type("font/woff2")
        .send(readFileSync(new URL(file, build))),
    );
};
