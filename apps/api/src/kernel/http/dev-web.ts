/** Development only: Vite inside this server, so that `npm run dev` has one address for pages, API and live reload. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { EXPLORER_POLICY, sendExplorer } from "./explorer.js";
import { newNonce } from "./security-headers.js";
import { isPageRequest, type PageParts, sendMissing, sendPage } from "./spa.js";
import { registerTypeface } from "./typeface.js";

/** What this file uses of Vite; the package itself is loaded only in development. */
interface ViteServer {
  readonly middlewares: (
    request: FastifyRequest["raw"],
    response: FastifyReply["raw"],
    next: (error?: unknown) => void,
  ) => void;
  transformIndexHtml(url: string, html: string): Promise<string>;
  close(): Promise<void>;
}

/** Mounts Vite over the sources in `webSource` (the folder of apps/web). */
export const registerDevWeb = async (app: FastifyInstance, webSource: string, parts: PageParts): Promise<void> => {
  const name = "vite";
  const { createServer } = (await import(name)) as { createServer(options: object): Promise<ViteServer> };
  const vite = await createServer({
    root: webSource,
    configFile: join(webSource, "vite.config.ts"),
    // Read by the module runner: a bundled copy beside node_modules would restart the API, without end.
    configLoader: "runner",
    appType: "custom",
    html: { cspNonce: "__NONCE__" },
    server: { middlewareMode: true, ws: { server: app.server } },
  });
  app.addHook("onClose", () => vite.close());
  registerTypeface(app);
  app.get("/explorer", async (request, reply) => {
    const source = await readFile(join(webSource, "explorer.html"), "utf8");
    const nonce = newNonce();
    const html = (await vite.transformIndexHtml(request.url, source)).replaceAll("__NONCE__", nonce);
    // Vite's preamble stands in the page, its live reload asks over a socket, and its workers are made from text.
    const policy = EXPLORER_POLICY.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
      .replace("connect-src 'self'", "connect-src 'self' ws: wss:")
      .replace("worker-src 'self'", "worker-src 'self' blob:");
    return sendExplorer(reply, html, policy);
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (isPageRequest(request)) {
      const source = await readFile(join(webSource, "index.html"), "utf8");
      return sendPage(reply, await vite.transformIndexHtml(request.url, source), parts);
    }
    const isHandled = await new Promise<boolean>((resolve, reject) => {
      reply.raw.once("close", () => resolve(true));
      vite.middlewares(request.raw, reply.raw, (error) => (error === undefined ? resolve(false) : reject(error)));
    });
    return isHandled ? reply.hijack() : sendMissing(request, reply);
  });
};
