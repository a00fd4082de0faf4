/** What waits for the scanner, oldest first: after each arrival, and again and again while the scanner does not answer (F47). */
import type { Database } from "../../kernel/db/index.js";
import type { Scanner, Verdict } from "./clamd.js";
import type { FileRoom } from "./file-room.js";
import { attachmentStore } from "./storage/attachment-writes.js";

const AT_ONCE = 20;
const STATES = { CLEAN: "CLEAN", INFECTED: "INFECTED", UNABLE: "UNSCANNED" } as const satisfies Record<Verdict, string>;

export interface ScanParts {
  readonly db: Database;
  readonly room: FileRoom;
  readonly scanner: Scanner;
}

/** One round; how many were settled. Rejects when the scanner cannot be reached: the rest waits. */
export const scanWaiting = async ({ db, room, scanner }: ScanParts): Promise<number> => {
  let settled = 0;
  for (;;) {
    const waiting = await db.read.of(attachmentStore).waitingForScan(AT_ONCE);
    let isStuck = true;
    for (const { id, sha256, requestId, entryId } of waiting) {
      if (sha256 === null || (await room.find(sha256)) === null) continue;
      const state = STATES[await scanner.scan(await room.read(sha256, null))];
      await db.transaction("settle scan", async (tx) => {
        await tx.of(attachmentStore).settle(id, state);
        if (requestId !== null && entryId !== null)
          tx.publish({ topic: "request", id: requestId, entryId: null, isInternal: true });
      });
      settled += 1;
      isStuck = false;
    }
    // Those left have no bytes: `accord verify` names them.
    if (waiting.length < AT_ONCE || isStuck) return settled;
  }
};
