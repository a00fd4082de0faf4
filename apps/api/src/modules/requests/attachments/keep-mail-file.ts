/** Keeps a file that came in a mail as if it had been uploaded (F47, F50). */
import type { Attachment, AttachmentState, LeftOutReason, Refusal } from "@accord/domain";
import { beginMailFile, type MailFileAsked } from "./begin-mail-file.js";
import type { UploadContext } from "./begin-upload.js";

/** Puts the bytes where uploads stand, and says what became of them. */
export type TakeBytes = (attachment: Attachment, bytes: Buffer) => Promise<AttachmentState>;

export const keepMailFile = async (
  ground: UploadContext,
  take: TakeBytes,
  { bytes, ...file }: Omit<MailFileAsked, "size"> & { readonly bytes: Buffer },
): Promise<{ readonly id: string } | { readonly reason: LeftOutReason }> => {
  const begun = await beginMailFile(ground, { ...file, size: bytes.length });
  if (!begun.ok) return { reason: reasonOf(begun.refusals[0]) };
  const state = await take(begun.value, bytes);
  return state === "REFUSED" ? { reason: "TYPE" } : { id: begun.value.id };
};

const reasonOf = (refusal: Refusal | undefined): LeftOutReason => {
  if (refusal?.code === "ATTACHMENT_LIMIT_REACHED") return refusal.params.what === "FILES" ? "TOO_MANY" : "TOO_LARGE";
  return refusal?.params.reason === "EMPTY" ? "EMPTY" : "TOO_LARGE";
};
