/** Taking back a file that was not sent yet; its bytes go with the next clearing away (R92). */
import { accept, canSee, mayRemoveAttachment, type Result } from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { type AttachmentDetail, attachmentStore } from "../../files/module.js";
import { requestStore } from "../storage/request-writes.js";

/** @throws RequestError NOT_FOUND; FORBIDDEN for one that was sent, or is somebody else's */
export const removeAttachment = (
  context: RequestContext,
  input: { readonly attachmentId: string },
): Promise<Result<{ removedAttachmentId: string }>> => {
  const id = idOf("att", input.attachmentId);
  return context.db.transaction("remove attachment", async (tx) => {
    const attachment = await tx.of(attachmentStore).byId(id);
    if (attachment === null || !(await seesPlace(context, tx, attachment))) throw new RequestError("NOT_FOUND");
    if (!mayRemoveAttachment(accountOf(context), attachment)) throw new RequestError("FORBIDDEN");
    await tx.of(attachmentStore).remove(id);
    return accept({ removedAttachmentId: id });
  });
};

const seesPlace = async (context: RequestContext, tx: WriteStores, attachment: AttachmentDetail): Promise<boolean> => {
  const account = accountOf(context);
  if (attachment.uploaderId !== account.id && (attachment.entry === null || attachment.entry.isInternal)) return false;
  if (attachment.requestId === null) return true;
  const request = await tx.of(requestStore).byId(attachment.requestId);
  return request !== null && canSee(account, request, await tx.of(requestStore).contactsOf([request.id]));
};
