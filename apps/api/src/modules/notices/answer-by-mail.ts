/** A mail becomes a reply of its contact, by the rules of one written in the portal; a program's moves nothing (F50, R91, F48). */
import { decideMailAnswer, type EpochMs, joinName, type ReceivedMail, type RequestContact } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import type { CatalogueIndex } from "../catalogue/module.js";
import { attachmentStore } from "../files/module.js";
import { deadlineAfter, type RequestDetail, requestStore } from "../requests/module.js";

export interface MailAnswer {
  readonly requestId: string;
  /** Whose reply it is: the signed address is this contact's, whoever the mail says it is from. */
  readonly contact: RequestContact;
  readonly text: string | null;
  readonly quoted: string | null;
  readonly mail: ReceivedMail;
  readonly fileIds: readonly string[];
  readonly at: EpochMs;
}

/** Joins the open unit. False when the request takes no replies any more. */
export const answerByMail = async (
  tx: WriteStores,
  answer: MailAnswer,
  catalogue: CatalogueIndex,
): Promise<boolean> => {
  const { requestId, contact, mail, at } = answer;
  const request = await tx.of(requestStore).byIdForChange(requestId);
  if (request === null) return false;
  const status = mail.automatic === null ? await moveRequest(tx, request, catalogue, at) : null;
  if (status === "REFUSED") return false;
  const entryId = newId("evt", at);
  await tx.of(requestStore).addEvents([
    {
      id: entryId,
      requestId,
      kind: mail.automatic === null ? "REPLY" : "AUTO_REPLY",
      actorId: contact.accountId,
      isFromSupport: false,
      isInternal: false,
      text: answer.text,
      quoted: answer.quoted,
      mail,
      status,
      at,
      channel: "MAIL",
      params: { contactId: contact.id, name: joinName(contact) },
    },
  ]);
  await sendAlong(tx, answer, entryId);
  await tx.of(auditStore).append({
    actorId: contact.accountId,
    action: "request.answerByMail",
    objectId: requestId,
    details: {
      contactId: contact.id,
      entryIds: [entryId],
      ...(mail.automatic === null ? {} : { automatic: mail.automatic }),
    },
    at,
  });
  return true;
};

/** The status it led to; null where it stays. */
const moveRequest = async (
  tx: WriteStores,
  request: RequestDetail,
  catalogue: CatalogueIndex,
  at: EpochMs,
): Promise<RequestDetail["status"] | null | "REFUSED"> => {
  const decided = decideMailAnswer(request);
  if (!decided.ok) return "REFUSED";
  const { status } = decided.value;
  const moved = status === null ? {} : { status, ...(await deadlineAfter(tx, catalogue, request, { status }, at)) };
  await tx.of(requestStore).update(request.id, { lastCommunicationAt: at, ...moved, updatedAt: at });
  return status;
};

const sendAlong = async (
  tx: WriteStores,
  { requestId, contact, fileIds }: MailAnswer,
  entryId: string,
): Promise<void> => {
  if (fileIds.length === 0) return;
  const bound = await tx.of(attachmentStore).bindToEntry(fileIds, requestId, entryId, contact.accountId);
  if (bound !== fileIds.length) throw new Error("a file of a mail changed before its entry was written");
};
