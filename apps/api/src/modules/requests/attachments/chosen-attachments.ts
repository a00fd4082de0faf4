/** Files that are to go along with something: one's own, complete, not sent yet; anything else stops it, nothing half-sent (R7, R92). */
import { type Attachment, accept, isTakable, type Result, refuse } from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import { isIdOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { attachmentStore } from "../../files/module.js";

interface Place {
  readonly tx: WriteStores;
  readonly account: { readonly id: string };
  readonly request: { readonly id: string };
}

/** The ids, each once. @throws RequestError NOT_FOUND for one that is not the account's to send with this request */
export const chosenAttachments = async (
  { tx, account, request }: Place,
  given: readonly string[],
): Promise<Result<readonly string[]>> => {
  const ids = [...new Set(given)];
  if (ids.length === 0) return accept(ids);
  const found = ids.every((id) => isIdOf("att", id)) ? await tx.of(attachmentStore).byIds(ids) : [];
  const isOwn = (one: Attachment): boolean =>
    one.uploaderId === account.id && one.requestId === request.id && one.entryId === null;
  const missing = ids.find((id) => !found.some((one) => one.id === id && isOwn(one)));
  if (missing !== undefined) throw new RequestError("NOT_FOUND", { id: missing });
  return judgeChosen(found, ids, ["attachmentIds"]);
};

/** What the account put with a draft, before it becomes a request. */
export const draftAttachments = async (
  tx: WriteStores,
  accountId: string,
  draftId: string | null,
): Promise<Result<readonly string[]>> => {
  if (draftId === null || !isIdOf("drf", draftId)) return accept([]);
  const found = (await tx.of(attachmentStore).ofDrafts([draftId])).filter((one) => one.uploaderId === accountId);
  return judgeChosen(
    found,
    found.map((one) => one.id),
    ["attachments"],
  );
};

const judgeChosen = (
  found: readonly Attachment[],
  ids: readonly string[],
  path: readonly string[],
): Result<readonly string[]> => {
  const bad = found.find((one) => !isTakable(one));
  if (bad === undefined) return accept(ids);
  if (bad.state === "UPLOADING") return refuse("ATTACHMENT_NOT_READY", path);
  return refuse("ATTACHMENT_REFUSED", path, { reason: bad.refusal ?? "OTHER" });
};
