/** What every page says where the demo is open by choice (ACCORD_DEMO): our own pages in words, the SPA by a mark it reads (decision 26). */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { html } from "../../../kernel/http/page.js";
import { say } from "./messages/index.js";

const MARK = '<meta name="accord-demo" content="on">';

/** The page with the line, in its own language. */
export const withDemoLine = (page: string): string => {
  if (page.includes('id="root"')) return page.replace("<head>", `<head>${MARK}`);
  const language = /<html lang="ro"/.test(page) ? "ro" : "en";
  const line = html`<p class="demo" role="note">${say(language, "demoLine")}</p>`.text;
  return page.replace(/<body[^>]*>/, (body) => `${body}${line}`);
};

/** For every page that is answered through `app`, also one that was compressed beforehand. */
export const registerDemoLine = (app: FastifyInstance): void => {
  app.addHook("onSend", async (_request, reply, payload) => {
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    const page = isPage ? textOf(payload, reply.getHeader("content-encoding")) : null;
    if (page === null) return payload;
    for (const name of ["content-length", "content-encoding", "etag"]) reply.removeHeader(name);
    return withDemoLine(page);
  });
};

const textOf = (payload: unknown, encoding: unknown): string | null => {
  if (typeof payload === "string") return payload;
  if (!Buffer.isBuffer(payload)) return null;
  if (encoding === "gzip") return gunzipSync(payload).toString("utf8");
  return (encoding === "br" ? brotliDecompressSync(payload) : payload).toString("utf8");
};
