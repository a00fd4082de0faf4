/** /schemas/<kind>.json for anybody, and files of packs that are larger than a GraphQL request may be (F57, F59). */
import { DAY, PACK_KINDS, type PackKind, packName } from "@accord/domain";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Clock } from "../../../kernel/clock.js";
import { type Database, newId } from "../../../kernel/db/index.js";
import { isSameOrigin } from "../../../kernel/http/request-origin.js";
import { refusalSentences } from "../../../kernel/text/sentences.js";
import type { Authenticate } from "../../identity/module.js";
import { packSchema, packStore, packTextOf } from "../../packs/module.js";
import { exportPack } from "../packs/list-packs.js";
import { letStaffIn, sendProblem } from "./admin-guard.js";

interface PackParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly publicOrigin: string;
}

/** A file waits this long to be loaded. */
const UPLOAD_HOLDS_MS = DAY;

export const registerPackSchemas = (app: FastifyInstance, publicOrigin: string): void => {
  for (const kind of PACK_KINDS) {
    const path = `/schemas/${packName(kind)}.json`;
    // Made at the first question: the boot does not wait for it.
    let text: string | null = null;
    app.get(path, (_request, reply) => {
      text ??= JSON.stringify(packSchema(kind, `${publicOrigin}${path}`), null, 2);
      return reply
        .type("application/schema+json; charset=utf-8")
        .header("cache-control", "public, max-age=300")
        .send(text);
    });
  }
};

type PackRequest = Parameters<typeof letStaffIn>[1] & { readonly params: { readonly kind: string } };

const kindOf = ({ params }: PackRequest): PackKind | undefined =>
  PACK_KINDS.find((one) => packName(one) === params.kind);

/** The file of what holds, to the letter. */
export const sendPackFile = async (
  { db, authenticate }: PackParts,
  request: PackRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const visitor = await letStaffIn(authenticate, request, reply, { right: "READ_PACKS" });
  if (visitor === null) return reply;
  const kind = kindOf(request);
  const file = kind === undefined ? null : await exportPack(db.read, kind);
  if (file === null) return sendProblem(request, reply, 404);
  return reply
    .header("content-disposition", `attachment; filename="${file.fileName}"`)
    .type(`${file.mediaType}; charset=utf-8`)
    .send(file.text);
};

/** Kept until it is looked at and loaded; the answer tells its id. */
export const takePackUpload = async (
  { db, clock, authenticate, publicOrigin }: PackParts,
  request: PackRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const visitor = await letStaffIn(authenticate, request, reply, { right: "LOAD_PACKS" });
  if (visitor === null) return reply;
  if (!isSameOrigin(request.headers, publicOrigin)) return sendProblem(request, reply, 403);
  const kind = kindOf(request);
  if (kind === undefined) return sendProblem(request, reply, 404);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const read = await packTextOf(kind, bytes, visitor.language);
  if (!read.ok) {
    const params = { ...read.problem };
    const sentences = refusalSentences(visitor.language, { code: "TABLE_NOT_READ", path: null, params });
    return reply.code(422).send({ userErrors: [{ code: "TABLE_NOT_READ", ...sentences }] });
  }
  const now = clock.now();
  const id = newId("pku", now);
  await db.transaction("pack upload", async (tx) => {
    await tx.of(packStore).deleteUploads(now - UPLOAD_HOLDS_MS);
    await tx.of(packStore).addUpload({ id, kind, content: read.text, creatorId: visitor.account.id, createdAt: now });
  });
  return reply.code(201).send({ uploadId: id });
};
