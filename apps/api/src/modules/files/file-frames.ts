/**
 * The bytes of all files one after the other, each after a line with its digest and size: the form in which a backup holds them.
 * One part of an archive however many files there are, so that its list does not grow with them.
 */
import { createHash } from "node:crypto";
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
