/** A file of a mail: the limits of uploads hold, those of the person who uploads do not (F47, F50). */
import {
  type Attachment,
  accept,
  decideUpload,
  declaredTypeOf,
  displayNameOf,
  type Result,
  UPLOAD_KEPT_FOR_MS,
} from "@accord/domain";
import { newId } from "../../../kernel/db/index.js";
import { attachmentStore } from "../../files/module.js";
import type { UploadContext } from "./begin-upload.js";

export interface MailFileAsked {
  readonly requestId: string;
  /** Null for a contact without an account. */
  readonly uploaderId: string | null;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** The mail itself: it is there in place of what was not taken. */
  readonly isRaw: boolean;
}

/** Written down; its bytes may come, and it goes within a day unless an entry takes it along. */
export const beginMailFile = (
  { db, clock, limits }: UploadContext,
  { requestId, uploaderId, name, contentType, size, isRaw }: MailFileAsked,
): Promise<Result<Attachment>> =>
  db.transaction("begin file of mail", async (tx): Promise<Result<Attachment>> => {
    const at = clock.now();
    const decided = isRaw
      ? accept({ size })
      : decideUpload(size, await tx.of(attachmentStore).usage({ requestId }), limits);
    if (!decided.ok) return decided;
    const begun = {
      id: newId("att", at),
      requestId,
      draftId: null,
      uploaderId,
      name: displayNameOf(name),
      size,
      declaredType: declaredTypeOf(contentType),
      createdAt: at,
      expiresAt: at + UPLOAD_KEPT_FOR_MS,
    };
    await tx.of(attachmentStore).create(begun);
    const nothing = { entryId: null, mediaType: null, sha256: null, refusal: null, uploadedAt: null } as const;
    return accept({ ...begun, ...nothing, state: "UPLOADING" });
  });
