/** The built SPA: immutable assets, one page for every deep link, JSON for whatever is missing. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { forEverybody } from "./compression.js";
import { errorBody } from "./errors.js";
import { registerExplorer } from "./explorer.js";
import { newNonce, type SecurityHeaders } from "./security-headers.js";

/** Stands in index.html wherever the nonce of this very response belongs. */
const NONCE_MARK = /__NONCE__/g;
/** Paths that belong to the API: a missing one is JSON, never the page. */
const API_PATHS = /^\/(graphql|auth|idp|files|webhooks|admin|docs|explorer|assets|livez|readyz|version)(\/|$)/;

/** Is this the address of a page of the SPA, asked for by a browser's navigation? */
export const isPageRequest = (request: FastifyRequest): boolean => {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = request.url.split("?")[0] ?? "";
  if (path === "/") return true;
  return (
    !API_PATHS.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path) && (request.headers.accept ?? "").includes("text/html")
  );
};

/** Sends the page with a fresh nonce in its markup and in its policy. */
export const sendPage = (reply: FastifyReply, html: string, headers: SecurityHeaders): FastifyReply => {
  const nonce = newNonce();
  reply.raw.setHeader("content-security-policy", headers.pagePolicy(nonce, reply.request.url));
  return forEverybody(reply)
    .code(200)
    .header("cache-control", "no-cache")
    .type("text/html; charset=utf-8")
    .send(html.replace(NONCE_MARK, nonce));
};

export const sendMissing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).header("cache-control", "no-store").send(errorBody(404, request.id));

/** Serves the build in `webRoot`, each file beside its `.br` and `.gz`; without one, every page says that it is not built. */
export const registerSpa = (app: FastifyInstance, webRoot: string, headers: SecurityHeaders): void => {
  const indexPath = join(webRoot, "index.html");
  registerExplorer(app, webRoot);
  const html = existsSync(indexPath) ? readFileSync(indexPath, "utf8") : null;
  if (html !== null) {
    void app.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ["**/index.html", "**/explorer.html", "**/*.map", "**/*.br", "**/*.gz"],
      setHeaders: (reply, path) => {
        const isHashed = path.includes(`${join(webRoot, "assets")}/`);
        void reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPageRequest(request)) return sendMissing(request, reply);
    if (html === null)
      return reply.code(503).type("text/plain; charset=utf-8").send("The pages are not built yet: npm run build\n");
    return sendPage(reply, html, headers);
  });
};
