/** An answer by mail becomes a reply of its contact, by the rules of one written in the portal (F50, R91, F48). */
import { decideCommunication, type EpochMs, isPausing, type RequestContact } from "@accord/domain";
import { newId, type RequestChanges, type RequestDetail, type WriteStores } from "../../storage/index.js";
import type { CatalogueIndex } from "../../types/catalogue-index.js";

export interface MailAnswer {
  readonly requestId: string;
  /** Whose reply it is: the signed address is this contact's, whoever the mail says it is from. */
  readonly contact: RequestContact;
  readonly text: string;
  readonly at: EpochMs;
}

/** Joins the open unit. False when the request takes no replies any more. */
export const answerByMail = async (
  tx: WriteStores,
  { requestId, contact, text, at }: MailAnswer,
  catalogue: CatalogueIndex,
): Promise<boolean> => {
  const request = await tx.requests.byIdForChange(requestId);
  if (request === null) return false;
  const decided = decideCommunication({ request, by: "CUSTOMER", text, isInternal: false, markAs: null });
  if (!decided.ok) return false;
  const { kind, status } = decided.value;
  const moved = status === null ? {} : { status, ...(await deadlineAfter(tx, request, status, catalogue, at)) };
  await tx.requests.update(requestId, { lastCommunicationAt: at, ...moved, updatedAt: at });
  const entryId = newId("evt", at);
  await tx.requests.addEvents([
    {
      id: entryId,
      requestId,
      kind,
      actorId: contact.accountId,
      isFromSupport: false,
      isInternal: false,
      text,
      status,
      at,
      channel: "MAIL",
      params: { contactId: contact.id, name: `${contact.givenName} ${contact.familyName}`.trim() },
    },
  ]);
  await tx.audit.append({
    actorId: contact.accountId,
    action: "request.answerByMail",
    objectId: requestId,
    details: { contactId: contact.id, entryIds: [entryId] },
    at,
  });
  return true;
};

/** A wait for the customer that ends before the first answer moves its deadline (F67). */
const deadlineAfter = async (
  tx: WriteStores,
  request: RequestDetail,
  status: NonNullable<RequestChanges["status"]>,
  catalogue: CatalogueIndex,
  at: EpochMs,
): Promise<Pick<RequestChanges, "firstResponseDueAt">> => {
  if (!isPausing(request.status) || isPausing(status) || request.firstRespondedAt !== null) return {};
  const pauses = await tx.requests.pausesOf([request.id]);
  return { firstResponseDueAt: catalogue.firstResponseOf(request, pauses, at).dueAt };
};
