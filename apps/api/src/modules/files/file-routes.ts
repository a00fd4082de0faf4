/** /files: who comes is recognised, then an upload goes on or a file goes out; a cookie and a token never both (contract.md, HTTP). */
import type { Account, Refusal, Result } from "@accord/domain";
import { Metadata } from "@tus/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "../../kernel/http/errors.js";
import { isSameOrigin } from "../../kernel/http/request-origin.js";
import type { Principal } from "../../kernel/principal.js";
import type { Authenticate } from "../identity/module.js";
import { type DownloadParts, download, type FileProblem } from "./download.js";
import type { AttachmentOwner } from "./storage/attachment.store.js";
import type { TusHandler } from "./tus-handler.js";

export interface UploadAsked {
  readonly owner: AttachmentOwner;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Decides and writes down a new upload; the answer is its id. Rejects with an error that carries a code: NOT_FOUND, RATE_LIMITED. */
export type BeginUpload = (account: Account, asked: UploadAsked) => Promise<Result<string>>;

export interface FileRouteParts extends DownloadParts {
  readonly authenticate: Authenticate;
  readonly publicOrigin: string;
  readonly tus: TusHandler;
  readonly beginUpload: BeginUpload;
}

const READING = new Set(["GET", "HEAD"]);
const UNAUTHENTICATED: FileProblem = { status: 401, code: "UNAUTHENTICATED" };
const FORBIDDEN: FileProblem = { status: 403, code: "FORBIDDEN" };
const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
};

export const registerFiles = (app: FastifyInstance, parts: FileRouteParts): void => {
  void app.register((room, _options, registered) => {
    // Bodies are the upload's to read, as they come.
    room.removeAllContentTypeParsers();
    room.addContentTypeParser("*", (_request, _body, done) => {
      done(null);
    });
    room.route({
      method: "OPTIONS",
      url: "/files",
      handler: async (request, reply) => {
        reply.hijack();
        await parts.tus.options(request.raw, reply.raw);
      },
    });
    room.post("/files", (request, reply) =>
      answer(parts, request, reply, (account) => begin(parts, account, request, reply)),
    );
    room.route<{ Params: { id: string } }>({
      method: ["PATCH", "DELETE"],
      url: "/files/:id",
      handler: (request, reply) =>
        answer(parts, request, reply, (account) => upload(parts, account, request.params.id, request, reply)),
    });
    room.route<{ Params: { id: string } }>({
      method: ["GET", "HEAD"],
      url: "/files/:id",
      handler: (request, reply) =>
        answer(parts, request, reply, (account) =>
          request.method === "HEAD" && request.headers["tus-resumable"] !== undefined
            ? upload(parts, account, request.params.id, request, reply)
            : download(parts, account, request.params.id, request, reply),
        ),
    });
    registered();
  });
};

/** Null: answered. Never the reply itself, which is thenable: awaited, it is undefined once it is sent. */
type Act = (account: Account) => Promise<FileProblem | null>;

const answer = async (
  parts: FileRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  act: Act,
): Promise<FastifyReply> => {
  const principal = await recognise(parts, request);
  const refusal = refuse(parts, principal, request);
  const problem = refusal ?? (principal.kind === "anonymous" ? UNAUTHENTICATED : await act(principal.account));
  return problem === null ? reply : tell(reply, request, problem);
};

const recognise = async ({ authenticate }: FileRouteParts, { headers }: FastifyRequest): Promise<Principal> => {
  try {
    return await authenticate(headers);
  } catch (error) {
    if (error instanceof Error && error.name === "AuthenticationError") return { kind: "anonymous" };
    throw error;
  }
};

const refuse = (
  { publicOrigin }: FileRouteParts,
  principal: Principal,
  request: FastifyRequest,
): FileProblem | null => {
  if (principal.kind === "anonymous") return UNAUTHENTICATED;
  const isReading = READING.has(request.method) && request.headers["tus-resumable"] === undefined;
  if (principal.kind === "session") return isReading || isSameOrigin(request.headers, publicOrigin) ? null : FORBIDDEN;
  const { scopes } = principal;
  return scopes.has("requests:write") || (isReading && scopes.has("requests:read")) ? null : FORBIDDEN;
};

const upload = async (
  { tus }: FileRouteParts,
  account: Account,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FileProblem | null> => {
  const problem = await tus.handle(account, id, request.raw, reply.raw);
  if (problem === null) reply.hijack();
  return problem;
};

/** tus creation: `Upload-Metadata` names the file, its type, and the request or the draft. */
const begin = async (
  { beginUpload }: FileRouteParts,
  account: Account,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FileProblem | null> => {
  const asked = askedOf(headers["upload-metadata"], headers["upload-length"]);
  if (asked === null) return { status: 400, code: "BAD_REQUEST" };
  try {
    const begun = await beginUpload(account, asked);
    if (!begun.ok) return refused(begun.refusals[0]);
    reply
      .code(201)
      .headers({ "tus-resumable": "1.0.0", location: `/files/${begun.value}`, "cache-control": "no-store" })
      .send();
    return null;
  } catch (error) {
    const code = codeOf(error);
    const status = code === null ? undefined : STATUS[code];
    if (code === null || status === undefined) throw error;
    return { status, code };
  }
};

const refused = (refusal: Refusal | undefined): FileProblem => ({
  status: refusal?.params.reason === "TOO_LARGE" ? 413 : 422,
  code: refusal?.code ?? "ATTACHMENT_REFUSED",
});

const askedOf = (metadata: unknown, length: unknown): UploadAsked | null => {
  if (typeof metadata !== "string" || typeof length !== "string" || !/^\d{1,15}$/.test(length)) return null;
  let given: Record<string, string | null>;
  try {
    given = Metadata.parse(metadata);
  } catch {
    return null;
  }
  const { requestId, draftId } = given;
  const owner = requestId ? (draftId ? null : { requestId }) : draftId ? { draftId } : null;
  if (owner === null) return null;
  return { owner, name: given.filename ?? "", size: Number(length), mediaType: given.filetype ?? "" };
};

const codeOf = (error: unknown): string | null => {
  const extensions = error instanceof Error && "extensions" in error ? error.extensions : null;
  const code = typeof extensions === "object" && extensions !== null && "code" in extensions ? extensions.code : null;
  return typeof code === "string" ? code : null;
};

const tell = (reply: FastifyReply, request: FastifyRequest, { status, code }: FileProblem): FastifyReply => {
  // An unread body would be taken for the next request of the connection.
  if (!READING.has(request.method)) reply.header("connection", "close");
  if (status === 401) reply.header("www-authenticate", "Bearer");
  const { error } = errorBody(status, request.id);
  return reply
    .code(status)
    .headers({ "cache-control": "no-store", "tus-resumable": "1.0.0" })
    .send({ error: { ...error, code } });
};
