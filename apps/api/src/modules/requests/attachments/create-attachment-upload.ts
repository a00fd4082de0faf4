/** Announcing a file through the API: the answer names the place of its bytes (R92, F47). */
import { accept, type EpochMs, joinName, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import type { AttachmentDetail, AttachmentOwner } from "../../files/module.js";
import type { CreateAttachmentUploadInput } from "./attachment.types.js";
import { beginUpload } from "./begin-upload.js";

const HEADERS = [{ name: "Tus-Resumable", value: "1.0.0" }] as const;

export interface AnnouncedUpload {
  readonly attachment: AttachmentDetail;
  readonly uploadUrl: string;
  readonly headers: typeof HEADERS;
  readonly expiresAt: EpochMs | null;
}

/** @throws RequestError NOT_FOUND, BAD_USER_INPUT, RATE_LIMITED */
export const createAttachmentUpload = async (
  context: RequestContext,
  input: CreateAttachmentUploadInput,
): Promise<Result<AnnouncedUpload>> => {
  const account = accountOf(context);
  const begun = await beginUpload(context, account, { ...input, owner: ownerOf(input) });
  if (!begun.ok) return begun;
  const attachment: AttachmentDetail = {
    ...begun.value,
    entryId: null,
    mediaType: null,
    sha256: null,
    state: "UPLOADING",
    refusal: null,
    uploadedAt: null,
    uploaderName: joinName(account),
    entry: null,
  };
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
