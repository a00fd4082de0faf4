/** The thin route of POST /graphql: refuses what is no small UTF-8 JSON body before anything is parsed (I-4), then hands over. */
import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isSameOrigin, limitAddress } from "./request-origin.js";

export interface GraphqlRequest<Principal> {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The raw body, UTF-8. */
  readonly body: string;
  readonly principal: Principal;
  /** What limits count by. */
  readonly address: string;
  readonly requestId: string;
}

export interface GraphqlResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface GraphqlRouteOptions<Principal extends { readonly kind: string }> {
  readonly publicOrigin: string;
  readonly bodyBytes: number;
  /** Throws an error named AuthenticationError when the credentials are no good. */
  authenticate(headers: IncomingHttpHeaders): Promise<Principal>;
  handle(request: GraphqlRequest<Principal>): Promise<GraphqlResponse>;
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

export const registerGraphqlRoute = <Principal extends { readonly kind: string }>(
  app: FastifyInstance,
  options: GraphqlRouteOptions<Principal>,
): void => {
  void app.register((room, _options, registered) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: options.bodyBytes }, (_request, body, done) =>
      done(null, body),
    );
    room.addHook("onRequest", async (request, reply) => {
      const refusal = refuseByHeaders(request);
      if (refusal !== null) return answerProblem(request, reply, ...refusal);
    });
    room.setErrorHandler((error, request, reply) => {
      const named = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
      const status = typeof named === "number" && named >= 400 && named < 500 ? named : 500;
      if (status === 500) request.log.error({ err: error }, "graphql request failed");
      const [code, message] = PROBLEMS[status] ??
        PROBLEMS[500] ?? ["INTERNAL_SERVER_ERROR", "Something went wrong here."];
      return answerProblem(request, reply, status, code, message);
    });
    room.all("/graphql", async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isUtf8(body)) return answerProblem(request, reply, 400, "BAD_USER_INPUT", "The body must be UTF-8.");
      const principal = await authenticateOrAnswer(options, request, reply);
      if (principal === null) return reply;
      if (principal.kind === "session" && !isSameOrigin(request.headers, options.publicOrigin)) {
        return answerProblem(
          request,
          reply,
          403,
          "FORBIDDEN",
          "A signed-in browser may call this only from the portal's own pages.",
        );
      }
      const response = await options.handle({
        method: request.method,
        headers: request.headers,
        body: body.toString("utf8"),
        principal,
        address: limitAddress(request.ip),
        requestId: request.id,
      });
      return reply.code(response.status).headers(response.headers).send(response.body);
    });
    registered();
  });
};

const PROBLEMS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ["BAD_USER_INPUT", "The request could not be read."],
  413: ["BAD_USER_INPUT", "The body is too large."],
  415: ["BAD_USER_INPUT", "Send an uncompressed application/json body in UTF-8."],
  500: ["INTERNAL_SERVER_ERROR", "Something went wrong here. Try again later."],
};

const refuseByHeaders = (request: FastifyRequest): [status: number, code: string, message: string] | null => {
  if (request.method !== "POST") return [405, "BAD_USER_INPUT", "Only POST is accepted here."];
  const encoding = request.headers["content-encoding"];
  const isPlain = encoding === undefined || encoding === "identity";
  if (!isPlain || !JSON_TYPE.test(request.headers["content-type"] ?? "")) {
    return [415, "BAD_USER_INPUT", "Send an uncompressed application/json body in UTF-8."];
  }
  return null;
};

const authenticateOrAnswer = async <Principal extends { readonly kind: string }>(
  options: GraphqlRouteOptions<Principal>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Principal | null> => {
  try {
    return await options.authenticate(request.headers);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AuthenticationError") throw error;
    reply.header("www-authenticate", 'Bearer error="invalid_token"');
    await answerProblem(request, reply, 401, "UNAUTHENTICATED", error.message);
    return null;
  }
};

const answerProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply => {
  if (status === 405) reply.header("allow", "POST");
  // An unread body would be taken for the next request of the connection.
  if (status === 413 || status === 415 || status === 405) reply.header("connection", "close");
  const extensions = { code, requestId: request.id, retryable: status >= 500 };
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
};
