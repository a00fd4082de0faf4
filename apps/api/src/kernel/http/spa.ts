/** The built SPA: immutable assets, one page for every deep link, JSON for whatever is missing. */
import { existsSync, readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import type { Language } from "@accord/domain";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { forEverybody } from "./compression.js";
import { errorBody } from "./errors.js";
import { registerExplorer } from "./explorer.js";
import { newNonce, type SecurityHeaders } from "./security-headers.js";

/** Stands in index.html wherever the nonce of this very response belongs. */
const NONCE_MARK = /__NONCE__/g;
/** As it stands in index.html; the page goes out with the language of its reader. */
const LANGUAGE_MARK = /<html lang="en"/;
/** What only readers of one language need beforehand. */
const OF_A_LANGUAGE = /<link [^>]*data-language="(\w+)"[^>]*>/g;
/** Paths that belong to the API: a missing one is JSON, never the page. */
const API_PATHS = /^\/(graphql|auth|account|idp|files|webhooks|admin|docs|explorer|assets|livez|readyz|version)(\/|$)/;

/** Is this the address of a page of the SPA, asked for by a browser's navigation? */
export const isPageRequest = (request: FastifyRequest): boolean => {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = request.url.split("?")[0] ?? "";
  if (path === "/") return true;
  return (
    !API_PATHS.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path) && (request.headers.accept ?? "").includes("text/html")
  );
};

/** The page of its reader: in the language, and with the mark by which shell and frame keep the room of the places. */
const forReader = (html: string, { language, hasAccount }: PageReader): string =>
  html
    .replace(LANGUAGE_MARK, `<html lang="${language}"${hasAccount ? ' data-reader="account"' : ""}`)
    .replace(OF_A_LANGUAGE, (link, its: string) => (its === language ? link : ""));

/** Whom a page is for, as far as it says so before its first script runs: nothing else is shown first. */
export interface PageReader {
  readonly language: Language;
  /** Somebody signed in, with a profile: the page will have places beside it. */
  readonly hasAccount: boolean;
}

/** What goes into the page for one browser. */
export interface PageParts {
  readonly headers: SecurityHeaders;
  readonly readerOf: (headers: IncomingHttpHeaders) => Promise<PageReader>;
}

/** Sends the page with a fresh nonce in its markup and in its policy, and in the reader's language. */
export const sendPage = async (
  reply: FastifyReply,
  html: string,
  { headers, readerOf }: PageParts,
): Promise<FastifyReply> => {
  const nonce = newNonce();
  const reader = await readerOf(reply.request.headers);
  reply.raw.setHeader("content-security-policy", headers.pagePolicy(nonce, reply.request.url));
  return forEverybody(reply)
    .code(200)
    .header("cache-control", "private, no-cache")
    .type("text/html; charset=utf-8")
    .send(forReader(html.replace(NONCE_MARK, nonce), reader));
};

export const sendMissing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).header("cache-control", "no-store").send(errorBody(404, request.id));

/** Serves the build in `webRoot`, each file beside its `.br` and `.gz`; without one, every page says that it is not built. */
export const registerSpa = (app: FastifyInstance, webRoot: string, parts: PageParts): void => {
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
  app.setNotFoundHandler(async (request, reply) => {
    if (!isPageRequest(request)) return sendMissing(request, reply);
    if (html === null)
      return reply.code(503).type("text/plain; charset=utf-8").send("The pages are not built yet: npm run build\n");
    return sendPage(reply, html, parts);
  });
};
