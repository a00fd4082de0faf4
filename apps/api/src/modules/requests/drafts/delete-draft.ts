/** Deleting a draft of one's own (F32). */
import { accept, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { draftStore } from "../../drafts/module.js";

/** @throws RequestError NOT_FOUND */
export const deleteDraft = async (context: RequestContext, id: string): Promise<Result<{ deletedDraftId: string }>> => {
  const draftId = idOf("drf", id);
  const isGone = await context.db.transaction("discard draft", (tx) =>
    tx.of(draftStore).delete(draftId, accountOf(context).id),
  );
  if (!isGone) throw new RequestError("NOT_FOUND");
  return accept({ deletedDraftId: draftId });
};
