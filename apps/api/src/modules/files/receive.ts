/** An upload of which all bytes are here: measured, claimed, kept, and only then acknowledged (F47, C-3). */
import { type Attachment, type AttachmentState, isDeceitful, UPLOAD_KEPT_FOR_MS } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import type { FileRoom } from "./file-room.js";
import { measure } from "./measure.js";
import { sniff } from "./sniff.js";
import { attachmentStore } from "./storage/attachment-writes.js";

export interface Reception {
  readonly db: Database;
  readonly clock: Clock;
  readonly room: FileRoom;
  /** Whether a scanner looks at what arrives. */
  readonly isScanned: boolean;
  /** Called when something waits for the scanner. */
  onArrival(): void;
}

/** Brings an upload to its end once, however many ask for it at the same time; the answer is its state. */
export const createReceive = (reception: Reception): ((attachment: Attachment) => Promise<AttachmentState>) => {
  const running = new Map<string, Promise<AttachmentState>>();
  return (attachment) => {
    const known = running.get(attachment.id);
    if (known !== undefined) return known;
    const done = receive(reception, attachment).finally(() => running.delete(attachment.id));
    running.set(attachment.id, done);
    return done;
  };
};

const receive = async (reception: Reception, attachment: Attachment): Promise<AttachmentState> => {
  const { db, room, clock, isScanned } = reception;
  const { id, declaredType } = attachment;
  const now = await db.read.of(attachmentStore).byId(id);
  if (now === null || now.state !== "UPLOADING") return now?.state ?? "REFUSED";
  const { sha256, size, head } = await measure(await room.readUpload(id));
  if (size !== attachment.size) throw new Error(`upload ${id} has ${size} bytes, not the ${attachment.size} it said`);
  const mediaType = await sniff(head, declaredType);
  const uploadedAt = clock.now();
  // A file not sent yet waits a day for it; a draft's as long as the draft.
  const expiresAt = attachment.requestId === null ? null : uploadedAt + UPLOAD_KEPT_FOR_MS;
  const arrival = { mediaType, uploadedAt, expiresAt };
  if (isDeceitful(declaredType, mediaType)) {
    await db.transaction("refuse upload", (tx) =>
      tx.of(attachmentStore).arrive(id, { ...arrival, state: "REFUSED", refusal: "TYPE" }),
    );
    await room.dropUpload(id);
    return "REFUSED";
  }
  // Claimed before it stands there: whoever clears away content that nobody needs sees the claim.
  if (!(await db.transaction("claim content", (tx) => tx.of(attachmentStore).claim(id, sha256)))) return "REFUSED";
  await room.keep(id, sha256, uploadedAt);
  const state = isScanned ? "SCANNING" : "UNSCANNED";
  await db.transaction("receive upload", (tx) =>
    tx.of(attachmentStore).arrive(id, { ...arrival, state, refusal: null }),
  );
  if (isScanned) reception.onArrival();
  return state;
};
