/** The part of `accord verify` that reads files: V5 every file has its bytes, V6 no content that nobody names. */
import type { Attachment } from "@accord/domain";
import type { Breach, Page } from "../../kernel/db/index.js";
import { type CleanUpParts, orphansOf } from "./clean-up.js";
import type { FileRoom } from "./file-room.js";
import { measure } from "./measure.js";
import { attachmentStore } from "./storage/attachment-writes.js";

const PAGE = 200;

/** Reads every byte once; the same content of several files is measured once. */
export const checkFiles = async (parts: CleanUpParts): Promise<Breach[]> => {
  const breaches: Breach[] = [];
  const measured = new Map<string, number | null>();
  for (let after: string | null = null; ; ) {
    const page: Page<Attachment> = await parts.db.read.of(attachmentStore).kept({ first: PAGE, after });
    for (const attachment of page.rows) {
      const problem = await problemOf(parts.room, attachment, measured);
      if (problem !== null) breaches.push({ check: "V5", message: `attachment ${attachment.id} ${problem}` });
    }
    if (!page.hasNextPage) break;
    after = page.endCursor;
  }
  for (const digest of await orphansOf(parts))
    breaches.push({ check: "V6", message: `content ${digest} belongs to nothing` });
  return breaches;
};

/** `measured`: the size of content that is what its digest says, null of one that is not. */
const problemOf = async (
  room: FileRoom,
  { sha256, size }: Attachment,
  measured: Map<string, number | null>,
): Promise<string | null> => {
  if (sha256 === null) return "has no digest";
  if (!measured.has(sha256)) {
    if ((await room.find(sha256)) === null) return "has no content";
    const found = await measure(await room.read(sha256, null));
    measured.set(sha256, found.sha256 === sha256 ? found.size : null);
  }
  const found = measured.get(sha256) ?? null;
  if (found === null) return "has other bytes than its digest says";
  return found === size ? null : `has ${found} bytes, not ${size}`;
};
