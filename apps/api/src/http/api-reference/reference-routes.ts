/** GET /docs/api, its stylesheet and the schema as a file: open to everybody, a policy without any script (contract.md, HTTP; F73). */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GuideOptions } from "./guide.js";
import { readPublishedApi } from "./published-api.js";
import { renderApiReference } from "./reference-page.js";
import { REFERENCE_STYLES } from "./reference-styles.js";

const compress = promisify(gzip);

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

/** Text that stays the same while the server runs. */
interface Kept {
  readonly type: string;
  readonly plain: string;
  readonly zipped: Buffer;
  readonly tag: string;
}

const keep = async (type: string, plain: string): Promise<Kept> => ({
  type: `${type}; charset=utf-8`,
  plain,
  zipped: await compress(plain),
  tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
});

export const registerApiReference = (app: FastifyInstance, options: GuideOptions): void => {
  // Made when first asked for: booting waits for no page.
  let kept: Promise<{ page: Kept; sdl: Kept; styles: Kept }> | null = null;
  const make = async () => {
    const published = readPublishedApi();
    return {
      page: await keep("text/html", renderApiReference(published, options)),
      sdl: await keep("text/plain", published.sdl),
      styles: await keep("text/css", REFERENCE_STYLES),
    };
  };
  const serve = (path: string, pick: "page" | "sdl" | "styles") =>
    app.get(path, async (request, reply) => {
      kept ??= make().catch((error: unknown) => {
        kept = null;
        throw error;
      });
      return send(request, reply, (await kept)[pick]);
    });
  serve("/docs/api", "page");
  serve("/docs/api.css", "styles");
  serve("/docs/schema.graphql", "sdl");
};

const send = (request: FastifyRequest, reply: FastifyReply, { type, plain, zipped, tag }: Kept): FastifyReply => {
  reply.raw.setHeader("content-security-policy", PAGE_POLICY);
  const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  reply.headers({ "cache-control": "no-cache", etag: tag, vary: "accept-encoding" });
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  if (isZipped) reply.header("content-encoding", "gzip");
  return reply.type(type).send(isZipped ? zipped : plain);
};
