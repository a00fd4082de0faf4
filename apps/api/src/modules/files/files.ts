/** Puts the files together: where they stand, the scanner, what comes round by itself (F47). */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Attachment, AttachmentState } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../../kernel/clock.js";
import type { Breach, Database } from "../../kernel/db/index.js";
import type { Limits } from "../../kernel/limits/limits.js";
import { given } from "../../kernel/service.js";
import { checkFiles } from "./check-files.js";
import { createClamd } from "./clamd.js";
import { clearFiles } from "./clean-up.js";
import type { FileRoom, SizeOf } from "./file-room.js";
import { type FileRouteParts, registerFiles } from "./file-routes.js";
import { createReceive } from "./receive.js";
import { scanWaiting } from "./scan-round.js";
import { attachmentStore } from "./storage/attachment-writes.js";
import { createTusHandler } from "./tus-handler.js";
import { createVerify } from "./verified-content.js";

export interface FilesOptions {
  readonly config: {
    readonly blobUrl: string;
    /** The virus scanner; null: nobody scans. */
    readonly clamdUrl: string | null;
    readonly publicOrigin: string;
    readonly limits: Limits;
  };
  readonly db: Database;
  readonly clock: Clock;
  readonly log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}

export interface Files {
  readonly room: FileRoom;
  register(app: FastifyInstance, parts: Pick<FileRouteParts, "authenticate" | "beginUpload" | "findSeen">): void;
  /** Takes bytes that are here already for an upload that was just written down. */
  take(attachment: Attachment, bytes: Buffer): Promise<AttachmentState>;
  /** Clears away what nobody needs; how many files went. */
  clear(): Promise<number>;
  /** Lets the scanner see what waits for it; nothing without one. */
  scan(): Promise<void>;
}

export const SCAN_AGAIN_MS = 30_000;

/** The files of this program. */
export const fileKeeper = given<Files>("files");

export const createFiles = async ({ config, db, clock, log }: FilesOptions): Promise<Files> => {
  const room = await openFileRoom(config.blobUrl, sizeIn(db));
  const scanner = config.clamdUrl === null ? null : createClamd(config.clamdUrl);
  let scanning: Promise<unknown> | null = null;
  const scan = async (): Promise<void> => {
    if (scanner === null) return;
    scanning ??= scanWaiting({ db, room, scanner })
      .catch((error: unknown) => log.warn({ err: error }, "the scanner did not answer; files wait for it"))
      .finally(() => {
        scanning = null;
      });
    await scanning;
  };
  const receive = createReceive({ db, clock, room, isScanned: scanner !== null, onArrival: () => void scan() });
  const verify = createVerify(room);
  const clear = (): Promise<number> => clearFiles({ db, clock, room });
  return {
    room,
    take: async (attachment, bytes) => {
      const { id, size } = attachment;
      await room.begin(id, size);
      await room.uploads.write(Readable.from([bytes]), room.uploadKey(id), 0);
      return receive(attachment);
    },
    clear,
    scan,
    register: (app, { authenticate, beginUpload, findSeen }) => {
      const { publicOrigin, limits } = config;
      const tus = createTusHandler({
        db,
        findSeen,
        clock,
        room,
        receive,
        publicOrigin,
        fileBytes: limits.fileBytes,
        log,
      });
      registerFiles(app, { db, findSeen, room, verify, log, authenticate, publicOrigin, tus, beginUpload });
    },
  };
};

/** V5 and V6 over the files of this installation. */
export const verifyFiles = async (
  options: Pick<FilesOptions, "db" | "clock"> & { readonly blobUrl: string },
): Promise<Breach[]> => checkFiles({ ...options, room: await openFileRoom(options.blobUrl) });

/** The size is the database's to know. */
const sizeIn =
  (db: Database): SizeOf =>
  async (id) => {
    const attachment = await db.read.of(attachmentStore).byId(id);
    return attachment?.state === "UPLOADING" ? attachment.size : null;
  };

/** What an address of the configuration names; what it needs is loaded only then. Without `sizeOf` nothing is taken in. */
export const openFileRoom = async (blobUrl: string, sizeOf: SizeOf = async () => null): Promise<FileRoom> => {
  if (blobUrl.startsWith("s3:")) return (await import("./s3-files.js")).openS3Files(blobUrl, sizeOf);
  const folder = folderOf(blobUrl);
  // Before tus does: what it cannot make it throws where nobody catches.
  mkdirSync(join(folder, "uploads"), { recursive: true, mode: 0o700 });
  return (await import("./disk-files.js")).openDiskFiles(folder, sizeOf);
};

const folderOf = (url: string): string => (url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
