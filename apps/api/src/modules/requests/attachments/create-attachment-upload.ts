/** Announcing a file through the API: the answer names the place of its bytes (R92, F47). */
import { accept, type EpochMs, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf } from "../../../kernel/graphql/idempotency.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { type AttachmentDetail, type AttachmentOwner, attachmentStore } from "../../files/module.js";
import type { CreateAttachmentUploadInput } from "./attachment.types.js";
import { beginUpload } from "./begin-upload.js";

const HEADERS = [{ name: "Tus-Resumable", value: "1.0.0" }] as const;

export interface AnnouncedUpload {
  readonly attachment: AttachmentDetail;
  readonly uploadUrl: string;
  readonly headers: typeof HEADERS;
  readonly expiresAt: EpochMs | null;
}

/** @throws RequestError NOT_FOUND, BAD_USER_INPUT, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED */
export const createAttachmentUpload = async (
  context: RequestContext,
  input: CreateAttachmentUploadInput,
): Promise<Result<AnnouncedUpload>> => {
  const asked = { ...input, owner: ownerOf(input) };
  const command = commandOf(context, "createAttachmentUpload", input);
  const begun = await beginUpload(context, accountOf(context), asked, command);
  if (!begun.ok) return begun;
  const attachment = await context.db.read.of(attachmentStore).byId(begun.value);
  // Under its key: taken back since, or thrown away.
  if (attachment === null) throw new RequestError("NOT_FOUND", { id: begun.value });
  return accept({
    attachment,
    uploadUrl: `/files/${attachment.id}`,
    headers: HEADERS,
    expiresAt: attachment.expiresAt,
  });
};

const ownerOf = ({ requestId, draftId }: CreateAttachmentUploadInput): AttachmentOwner => {
  const isForRequest = typeof requestId === "string";
  if (isForRequest === (typeof draftId === "string"))
    throw new RequestError("BAD_USER_INPUT", {
      detail: "Give either `requestId` or `draftId`.",
      inputPath: ["input"],
    });
  return isForRequest ? { requestId } : { draftId: draftId ?? "" };
};
