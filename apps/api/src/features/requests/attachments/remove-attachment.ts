/** Taking back a file that was not sent yet; its bytes go with the next clearing away (R92). */
import { accept, canSee, mayRemoveAttachment, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../../context.js";
import { idOf } from "../../../graphql/ids.js";
import { RequestError } from "../../../graphql/request-error.js";
import type { AttachmentDetail, WriteStores } from "../../../storage/index.js";

/** @throws RequestError NOT_FOUND; FORBIDDEN for one that was sent, or is somebody else's */
export const removeAttachment = (
  context: RequestContext,
  input: { readonly attachmentId: string },
): Promise<Result<{ removedAttachmentId: string }>> => {
  const id = idOf("att", input.attachmentId);
  return context.db.run("remove attachment", async (tx) => {
    const attachment = await tx.attachments.byId(id);
    if (attachment === null || !(await seesPlace(context, tx, attachment))) throw new RequestError("NOT_FOUND");
    if (!mayRemoveAttachment(accountOf(context), attachment)) throw new RequestError("FORBIDDEN");
    await tx.attachments.remove(id);
    return accept({ removedAttachmentId: id });
  });
};

const seesPlace = async (context: RequestContext, tx: WriteStores, attachment: AttachmentDetail): Promise<boolean> => {
  const account = accountOf(context);
  if (attachment.uploaderId !== account.id && (attachment.entry === null || attachment.entry.isInternal)) return false;
  if (attachment.requestId === null) return true;
  const request = await tx.requests.byId(attachment.requestId);
  return request !== null && canSee(account, request, await tx.requests.contactsOf([request.id]));
};
