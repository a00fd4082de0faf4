/** Resumable uploads (tus 1.0): an upload is its sender's alone, goes on after a cut or a restart, and ends once (F47, C-3). */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Account, mayRemoveAttachment, UPLOAD_KEPT_FOR_MS } from "@accord/domain";
import { Server } from "@tus/server";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import { type FileProblem, type FindSeen, NOT_FOUND } from "./download.js";
import type { FileRoom } from "./file-room.js";
import type { createReceive } from "./receive.js";
import type { AttachmentDetail } from "./storage/attachment.store.js";
import { attachmentStore } from "./storage/attachment-writes.js";

export interface TusParts {
  readonly db: Database;
  readonly findSeen: FindSeen;
  readonly clock: Clock;
  readonly room: FileRoom;
  readonly receive: ReturnType<typeof createReceive>;
  readonly publicOrigin: string;
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly log: { error(fields: object, message: string): void };
}

export interface TusHandler {
  /** Answers PATCH, HEAD, DELETE and OPTIONS on the raw response, or tells why not; null: answered. */
  handle(account: Account, id: string, request: IncomingMessage, response: ServerResponse): Promise<FileProblem | null>;
  /** What this server speaks. */
  options(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const GONE: FileProblem = { status: 410, code: "ATTACHMENT_REFUSED" };
const SENT: FileProblem = { status: 403, code: "FORBIDDEN" };
const VERSION = { "tus-resumable": "1.0.0" };
/** Asked again for more time once an upload has less than this left. */
const PROLONG_BELOW = UPLOAD_KEPT_FOR_MS / 2;
const NOT_ALLOWED = 422;

export const createTusHandler = (parts: TusParts): TusHandler => {
  const tus = createTus(parts);
  return {
    options: (request, response) => tus.handle(request, response),
    handle: async (account, id, request, response) => {
      const attachment = await parts.findSeen(parts.db, account, id);
      if (attachment === null || attachment.uploaderId !== account.id) return NOT_FOUND;
      if (request.method === "DELETE") return terminate(parts, attachment, response);
      const isHere = attachment.state !== "UPLOADING" || (await finishWhole(parts, attachment));
      if (isHere) return tellFinished(parts, attachment, request, response);
      await parts.room.begin(id, attachment.size);
      await giveTime(parts, attachment);
      await tus.handle(request, response);
      return null;
    },
  };
};

const createTus = ({ db, room, receive, publicOrigin, fileBytes, log }: TusParts): Server =>
  new Server({
    path: "/files",
    datastore: room.uploads,
    maxSize: fileBytes,
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [publicOrigin],
    getFileIdFromRequest: (_request, lastPath) => (lastPath === undefined ? undefined : room.uploadKey(lastPath)),
    onUploadFinish: async (_request, upload) => {
      const id = upload.id.slice(upload.id.lastIndexOf("/") + 1);
      const attachment = await db.read.of(attachmentStore).byId(id);
      if (attachment === null) throw { status_code: NOT_FOUND.status, body: NOT_FOUND.code };
      const state = await receive(attachment);
      if (state === "REFUSED") throw { status_code: NOT_ALLOWED, body: "ATTACHMENT_REFUSED" };
      return {};
    },
    // The protocol's own words stay; what our side or the disk says does not leave.
    onResponseError: (_request, error) => {
      const status = "status_code" in error ? error.status_code : 500;
      if (status < 500 && "body" in error) return { status_code: status, body: error.body };
      log.error({ err: error }, "an upload failed");
      return { status_code: 503, body: "UNAVAILABLE" };
    },
  });

/** All bytes came in, but their sender or this server went away before it was acknowledged: it is now. */
const finishWhole = async ({ room, receive }: TusParts, attachment: AttachmentDetail): Promise<boolean> => {
  if ((await room.received(attachment.id)) !== attachment.size) return false;
  await receive(attachment);
  return true;
};

/** The bytes are no longer an upload; whoever comes back to it learns that nothing is missing. */
const tellFinished = async (
  { db }: TusParts,
  { id, size }: AttachmentDetail,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<FileProblem | null> => {
  const state = (await db.read.of(attachmentStore).byId(id))?.state ?? "REFUSED";
  if (state === "REFUSED") return GONE;
  if (request.method === "PATCH" && Number(request.headers["upload-offset"]) !== size)
    return { status: 409, code: "CONFLICT" };
  const offset = { ...VERSION, "upload-offset": size, "upload-length": size, "cache-control": "no-store" };
  response.writeHead(request.method === "PATCH" ? 204 : 200, { ...offset, connection: "close" }).end();
  return null;
};

const terminate = async (
  { db, room }: TusParts,
  attachment: AttachmentDetail,
  response: ServerResponse,
): Promise<FileProblem | null> => {
  if (!mayRemoveAttachment({ id: attachment.uploaderId ?? "" }, attachment)) return SENT;
  const isGone = await db.transaction("end upload", (tx) => tx.of(attachmentStore).remove(attachment.id));
  if (!isGone) return NOT_FOUND;
  await room.dropUpload(attachment.id);
  response.writeHead(204, VERSION).end();
  return null;
};

const giveTime = async ({ db, clock }: TusParts, { id, expiresAt }: AttachmentDetail): Promise<void> => {
  const now = clock.now();
  if (expiresAt !== null && expiresAt - now < PROLONG_BELOW)
    await db.transaction("prolong upload", (tx) => tx.of(attachmentStore).prolong(id, now + UPLOAD_KEPT_FOR_MS));
};
