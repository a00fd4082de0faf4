/** GET /docs/api, its stylesheet and the schema as a file: open to everybody, a policy without any script (contract.md, HTTP; F73). */
import type { FastifyInstance } from "fastify";
import { type KeptText, keepText, sendKept } from "../kernel/http/compression.js";
import type { GuideOptions } from "./guide.js";
import { readPublishedApi } from "./published-api.js";
import { renderApiReference } from "./reference-page.js";
import { REFERENCE_STYLES } from "./reference-styles.js";

/** Nothing but our own styles, their typeface and the mark. */
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

export const registerApiReference = (app: FastifyInstance, options: GuideOptions): void => {
  // Made when first asked for: booting waits for no page.
  let kept: Promise<{ page: KeptText; sdl: KeptText; styles: KeptText }> | null = null;
  const make = async () => {
    const published = readPublishedApi();
    return {
      page: await keepText("text/html", renderApiReference(published, options)),
      sdl: await keepText("text/plain", published.sdl),
      styles: await keepText("text/css", REFERENCE_STYLES),
    };
  };
  const serve = (path: string, pick: "page" | "sdl" | "styles") =>
    app.get(path, async (request, reply) => {
      kept ??= make().catch((error: unknown) => {
        kept = null;
        throw error;
      });
      reply.raw.setHeader("content-security-policy", PAGE_POLICY);
      reply.header("cache-control", "no-cache");
      return sendKept(request, reply, (await kept)[pick]);
    });
  serve("/docs/api", "page");
  serve("/docs/api.css", "styles");
  serve("/docs/schema.graphql", "sdl");
};
