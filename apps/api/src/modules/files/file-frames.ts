/**
 * The bytes of all files one after the other, each after a line with its digest and size: the form in which a backup holds them.
 * One part of an archive however many files there are, so that its list does not grow with them.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { EpochMs } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import type { FileRoom } from "./file-room.js";
import { attachmentStore } from "./storage/attachment-writes.js";

const AT_ONCE = 100;
/** So many may be lost before it is the place that must be wrong. */
const LOST_MOST = 1000;

export interface FramesWritten {
  count: number;
  bytes: number;
  /** Digests of what is not there, or has other bytes than its digest says. */
  readonly lost: string[];
}

export interface FramesSource {
  readonly room: FileRoom;
  /** Counts along. */
  readonly written: FramesWritten;
}

/** What content `view` names that arrived at `since` or later. */
export async function* arrivedSince(view: ReadStores, since: EpochMs): AsyncGenerator<string> {
  for (let after = ""; ; ) {
    const digests = await view.of(attachmentStore).digests(after, since, AT_ONCE);
    yield* digests;
    if (digests.length < AT_ONCE) return;
    after = digests.at(-1) ?? after;
  }
}

/** The files of these digests. What is lost is told in `written`; @throws Error when that is too much to be believed */
export async function* writeFrames(
  digests: AsyncIterable<string>,
  { room, written }: FramesSource,
): AsyncGenerator<Uint8Array> {
  for await (const sha256 of digests) {
    yield* writeFrame(room, sha256, written);
    if (written.lost.length > LOST_MOST)
      throw new Error(`more than ${LOST_MOST} files are not where BLOB_URL says, or have other bytes`);
  }
}

/** Those of `digests` that a file of `view` still names: the others went with their files. */
export const stillNamed = async (view: ReadStores, digests: readonly string[]): Promise<readonly string[]> => {
  const needed = await view.of(attachmentStore).needed(digests);
  return [...new Set(digests)].filter((sha256) => needed.has(sha256));
};

async function* writeFrame(room: FileRoom, sha256: string, written: FramesWritten): AsyncGenerator<Uint8Array> {
  const found = await room.find(sha256);
  if (found === null) return void written.lost.push(sha256);
  yield Buffer.from(`${sha256} ${found.size}\n`);
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of await room.read(sha256, null)) {
    hash.update(piece as Buffer);
    size += (piece as Buffer).length;
    yield piece as Buffer;
  }
  if (size !== found.size) throw new Error(`the file ${sha256} changed while it was read`);
  written.count += 1;
  written.bytes += size;
  if (hash.digest("hex") !== sha256) written.lost.push(sha256);
}

const HEAD_MOST = 96;
const HEAD = /^([0-9a-f]{64}) (\d{1,15})$/;

/** One file of a backup; its bytes are to be read before the next one. */
export interface Frame {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The files in what `writeFrames` wrote. @throws Error where it is something else */
export async function* readFrames(pieces: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const source = pieces[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done !== true) held = held.length === 0 ? value : Buffer.concat([held, value]);
    return done !== true;
  };
  while (held.length > 0 || (await more())) {
    let end = held.indexOf("\n");
    while (end < 0 && held.length < HEAD_MOST && (await more())) end = held.indexOf("\n");
    const [, sha256, digits] = HEAD.exec(held.subarray(0, Math.max(end, 0)).toString("latin1")) ?? [];
    if (sha256 === undefined || digits === undefined) throw new Error("no file begins where one should");
    held = held.subarray(end + 1);
    let left = Number(digits);
    const bytes = async function* (): AsyncGenerator<Buffer> {
      while (left > 0) {
        if (held.length === 0 && !(await more())) throw new Error(`the file ${sha256} ends early`);
        const piece = held.subarray(0, left);
        held = held.subarray(piece.length);
        left -= piece.length;
        if (piece.length > 0) yield piece;
      }
    };
    yield { sha256, size: left, bytes: bytes() };
    if (left > 0) throw new Error(`the file ${sha256} was not read to its end`);
  }
}

/** Puts a file of a backup where its digest says; false where its bytes were damaged before the backup was made. */
export const putFrame = async (room: FileRoom, id: string, frame: Frame, at: EpochMs): Promise<boolean> => {
  await room.dropUpload(id);
  await room.begin(id, frame.size);
  const hash = createHash("sha256");
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of frame.bytes) {
      hash.update(piece);
      yield piece;
    }
  };
  await room.uploads.write(Readable.from(counted()), room.uploadKey(id), 0);
  const isWhole = hash.digest("hex") === frame.sha256;
  if (isWhole) await room.keep(id, frame.sha256, at);
  else await room.dropUpload(id);
  return isWhole;
};
