/** The port, open before the program behind it is loaded: alive, not ready, and saying so; then the same port leads to the server. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { watchSilent } from "./close-server.js";
import { errorBody } from "./errors.js";
import { closeBesides, listenAt } from "./listen.js";
import type { ResponseDefaults } from "./response-defaults.js";

/** Milliseconds, and bytes of the headers. How long a body may take is told by what it is, below. */
const TIMES = { requestTimeout: 0, keepAliveTimeout: 65_000, headersTimeout: 15_000, maxHeaderSize: 16_384 };
const BODY_WITHIN = 30_000;
/** An upload takes as long as it takes, but not without a byte for so long. */
const SILENCE_OF_UPLOAD = 120_000;
const UPLOAD = /^\/files\/[^/?]+$/;

export interface OpenListener {
  /** Lets `answer` answer every request from the moment the returned server, which listens already, is asked to listen. */
  leadTo(answer: RequestListener): Server;
  /** Ends what is still open; nothing to do once the server was closed by whom it leads to. */
  close(): Promise<void>;
}

/** Listens on `port` at these addresses. Rejects when that cannot be (EADDRINUSE and the like). */
export const openListener = async (
  { port, bind: addresses }: { readonly port: number; readonly bind: readonly string[] },
  { edge, version }: { readonly edge: ResponseDefaults; readonly version: string },
): Promise<OpenListener> => {
  let answer: RequestListener = (request, response) => answerEarly(edge, version, request.url ?? "/", response);
  const server = createServer(TIMES, (request, response) => {
    limitBody(edge, request, response);
    answer(request, response);
  });
  watchSilent(server);
  await listenAt(server, port, addresses);
  return {
    leadTo: (next) => {
      // Whoever takes the server over asks it to listen once its routes are made: it does already.
      server.listen = () => {
        answer = next;
        queueMicrotask(() => server.emit("listening"));
        return server;
      };
      return server;
    },
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await Promise.all([closeBesides(server), new Promise((resolve) => server.close(resolve))]);
    },
  };
};

/** A body that does not come to its end holds a connection, not more: it is answered 408, an upload is cut off to go on later. */
const limitBody = (edge: ResponseDefaults, request: IncomingMessage, response: ServerResponse): void => {
  const { method, headers } = request;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return;
  if (method === "PATCH" && UPLOAD.test(request.url ?? "")) {
    request.setTimeout(SILENCE_OF_UPLOAD, () => {
      if (!request.complete) request.destroy();
    });
    return;
  }
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) return void request.destroy();
    const requestId = randomUUID();
    const body = JSON.stringify(errorBody(408, requestId));
    const told = { ...JSON_HEADERS, "x-request-id": requestId, connection: "close" };
    response.writeHead(408, { ...Object.fromEntries(edge.fixed), ...told }).end(body, () => request.destroy());
  }, BODY_WITHIN);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
};

/** /livez and /version as ever; /readyz and all else 503, to be tried again. */
const answerEarly = (edge: ResponseDefaults, version: string, url: string, response: ServerResponse): void => {
  const requestId = randomUUID();
  const { status, body, headers } = earlyAnswer(edge, version, url, requestId);
  const since = edge.now();
  response.writeHead(status, {
    ...Object.fromEntries(edge.fixed),
    ...headers,
    "x-request-id": requestId,
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
  const [path = "/"] = url.split("?", 1);
  edge.logAnswer({ reqId: requestId, method: response.req.method ?? "", route: path, status }, since);
};

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

const earlyAnswer = (
  edge: ResponseDefaults,
  version: string,
  url: string,
  requestId: string,
): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } => {
  const path = url.split("?", 1)[0] ?? "/";
  if (path === "/livez") return { status: 200, headers: JSON_HEADERS, body: '{"status":"live"}' };
  if (path === "/version")
    return { status: 200, headers: JSON_HEADERS, body: JSON.stringify({ name: "accord", version }) };
  if (path === "/readyz")
    return { status: 503, headers: { ...JSON_HEADERS, "retry-after": "2" }, body: '{"status":"starting"}' };
  const closed = edge.closedAnswer(path, requestId);
  if (closed === null) throw new Error("a server is ready before it is loaded");
  return closed;
};
