/** Clears away what nobody needs: abandoned uploads, and content without a file that names it, a day old (V6, C-3). */
import { DAY, type EpochMs, UPLOAD_KEPT_FOR_MS } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import type { FileRoom, Stored } from "./file-room.js";
import { attachmentStore } from "./storage/attachment-writes.js";

export const ORPHANS_KEPT_FOR_MS = DAY;
const AT_ONCE = 100;

export interface CleanUpParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly room: FileRoom;
}

/** One round; how many files went. */
export const clearFiles = async ({ db, clock, room }: CleanUpParts): Promise<number> => {
  const now = clock.now();
  await db.transaction("end abandoned uploads", (tx) => tx.of(attachmentStore).deleteExpired(now));
  await room.recover();
  let gone = 0;
  for await (const batch of batches(room.begun())) {
    const running = await db.read.of(attachmentStore).uploading(batch.map((one) => one.name));
    for (const { name, modifiedAt } of batch) {
      // The youngest may be of an upload whose row is just being written.
      if (running.has(name) || now - modifiedAt < UPLOAD_KEPT_FOR_MS / 24) continue;
      await room.dropUpload(name);
      gone += 1;
    }
  }
  for await (const batch of batches(older(room.contents(), now - ORPHANS_KEPT_FOR_MS))) {
    const needed = await db.read.of(attachmentStore).needed(batch.map((one) => one.name));
    for (const { name } of batch) if (!needed.has(name) && (await clearContent(db, room, name))) gone += 1;
  }
  return gone;
};

/** Takes away content that no file names any more, however young it is. */
export const clearContents = async (
  { db, room }: Pick<CleanUpParts, "db" | "room">,
  digests: readonly string[],
): Promise<void> => {
  for (const sha256 of digests) await clearContent(db, room, sha256);
};

/**
 * Out of reach first, then asked once more: an upload of the same content claims it before it puts it there, so that either the
 * claim is seen here, or the bytes are put there anew after these were taken away.
 */
const clearContent = async (db: Database, room: FileRoom, sha256: string): Promise<boolean> => {
  const aside = await room.setAside(sha256);
  if (aside === null) return false;
  // Asked where units are written, not of a replica that may lag.
  const isNeeded = await db.transaction("look for claims", async (tx) =>
    (await tx.of(attachmentStore).needed([sha256])).has(sha256),
  );
  await (isNeeded ? aside.putBack() : aside.destroy());
  return !isNeeded;
};

/** Content that should have been cleared away by now: V6. */
export const orphansOf = async ({ db, clock, room }: CleanUpParts): Promise<readonly string[]> => {
  // The hourly round may be late by a day.
  const before = clock.now() - 2 * ORPHANS_KEPT_FOR_MS;
  const found: string[] = [];
  for await (const batch of batches(older(room.contents(), before))) {
    const needed = await db.read.of(attachmentStore).needed(batch.map((one) => one.name));
    found.push(...batch.map((one) => one.name).filter((name) => !needed.has(name)));
  }
  return found;
};

const older = async function* (stored: AsyncIterable<Stored>, before: EpochMs): AsyncIterable<Stored> {
  for await (const one of stored) if (one.modifiedAt <= before) yield one;
};

const batches = async function* (stored: AsyncIterable<Stored>): AsyncIterable<readonly Stored[]> {
  let batch: Stored[] = [];
  for await (const one of stored) {
    batch.push(one);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};
