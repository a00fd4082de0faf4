/** One file as it goes out: judged anew, checked against its digest, under headers that let no browser run it (I-8, A-8). */
import { type Account, isDownloadable, servedTypeOf } from "@accord/domain";
import { create as contentDisposition } from "content-disposition";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Database } from "../../kernel/db/index.js";
import type { ByteRange, FileRoom } from "./file-room.js";
import type { AttachmentDetail } from "./storage/attachment.store.js";
import type { Verify } from "./verified-content.js";

/** The file an account reaches by its id; null alike for one that does not exist and one it may not see. */
export type FindSeen = (db: Database, account: Account, id: string) => Promise<AttachmentDetail | null>;

export interface DownloadParts {
  readonly db: Database;
  readonly findSeen: FindSeen;
  readonly room: FileRoom;
  readonly verify: Verify;
  readonly log: { error(fields: object, message: string): void };
}

export interface FileProblem {
  readonly status: number;
  readonly code: string;
}

export const NOT_FOUND: FileProblem = { status: 404, code: "NOT_FOUND" };
const NOT_READY: FileProblem = { status: 409, code: "ATTACHMENT_NOT_READY" };
const REFUSED: FileProblem = { status: 410, code: "ATTACHMENT_REFUSED" };
const DAMAGED: FileProblem = { status: 500, code: "ATTACHMENT_DAMAGED" };

/** Answers the file (null), or tells why not. */
export const download = async (
  parts: DownloadParts,
  account: Account,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FileProblem | null> => {
  const attachment = await parts.findSeen(parts.db, account, id);
  if (attachment === null || attachment.state === "UPLOADING" || attachment.sha256 === null) {
    return attachment?.state === "REFUSED" ? REFUSED : NOT_FOUND;
  }
  if (!isDownloadable(attachment)) return attachment.state === "SCANNING" ? NOT_READY : REFUSED;
  const content = await parts.verify(attachment.sha256);
  if (typeof content === "string" || content.size !== attachment.size) {
    parts.log.error(
      { attachmentId: id, content: typeof content === "string" ? content : "of another size" },
      "a file is damaged",
    );
    return DAMAGED;
  }
  await send(parts.room, attachment, attachment.sha256, request, reply);
  return null;
};

const send = async (
  room: FileRoom,
  attachment: AttachmentDetail,
  sha256: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const { size } = attachment;
  const tag = `"${sha256}"`;
  const range = rangeOf(request, size, tag);
  // On the raw response: in place of the page policy that every answer carries.
  reply.raw.setHeader("content-security-policy", "sandbox; default-src 'none'");
  reply.headers({
    "content-disposition": dispositionOf(attachment.name),
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag: tag,
  });
  if (range === "unsatisfiable") {
    reply.code(416).header("content-range", `bytes */${size}`).send();
    return;
  }
  const length = range === null ? size : range.last - range.first + 1;
  reply.type(servedTypeOf(attachment.mediaType)).header("content-length", length);
  if (range !== null) reply.code(206).header("content-range", `bytes ${range.first}-${range.last}/${size}`);
  reply.send(request.method === "HEAD" ? undefined : await room.read(sha256, range));
};

/** Always with the name in UTF-8, also where ASCII would do. */
const dispositionOf = (name: string): string => {
  const header = contentDisposition(name);
  if (header.includes("filename*=")) return header;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${header}; filename*=UTF-8''${encoded}`;
};

/** One range of bytes; null for all of them, and for what we do not understand (RFC 9110, 14.2). */
const rangeOf = ({ headers }: FastifyRequest, size: number, tag: string): ByteRange | "unsatisfiable" | null => {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if (from === "" && to === "") return null;
  const condition = headers["if-range"];
  if (condition !== undefined && condition !== tag) return null;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  return first > last ? "unsatisfiable" : { first, last };
};
