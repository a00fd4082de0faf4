/** GET /explorer: GraphiQL from our own build, under a policy of its own, as wide as its editor needs and no wider (contract.md, HTTP). */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { forEverybody } from "./compression.js";

/** The editor writes style elements, starts workers and has fonts in its stylesheet; nothing comes from elsewhere and no script stands in the page. */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const sendExplorer = (reply: FastifyReply, html: string, policy: string): FastifyReply => {
  reply.raw.setHeader("content-security-policy", policy);
  return forEverybody(reply).header("cache-control", "no-cache").type("text/html; charset=utf-8").send(html);
};

/** Serves the page of the build in `webRoot`. */
export const registerExplorer = (app: FastifyInstance, webRoot: string): void => {
  const path = join(webRoot, "explorer.html");
  const html = existsSync(path) ? readFileSync(path, "utf8") : null;
  app.get("/explorer", (_request, reply) =>
    html === null
      ? reply.code(503).type("text/plain; charset=utf-8").send("The pages are not built yet: npm run build\n")
      : sendExplorer(reply, html, EXPLORER_POLICY),
  );
};
