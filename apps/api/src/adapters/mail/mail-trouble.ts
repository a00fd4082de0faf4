/** An address that does not take our mail is shown on its request, once (E24). */
import { type EpochMs, joinName } from "@accord/domain";
import { type MailTroubleReason, newId, type OutboxMessage, type WriteStores } from "../../storage/index.js";

/** Notes the trouble of the contact a message went to; a message to somebody else leaves no trace on a request. */
export const recordTrouble = async (
  tx: WriteStores,
  { payload }: Pick<OutboxMessage, "payload">,
  reason: MailTroubleReason,
  at: EpochMs,
): Promise<void> => {
  const { requestId, contactId } = payload;
  if (typeof requestId !== "string" || typeof contactId !== "string") return;
  const contact = (await tx.requests.contactsOf([requestId])).find(({ id }) => id === contactId);
  if (contact === undefined || !(await tx.mailTroubles.add({ contactId, requestId, reason, at }))) return;
  await tx.requests.addEvents([
    {
      id: newId("evt", at),
      requestId,
      kind: "MAIL_BOUNCED",
      actorId: null,
      isFromSupport: false,
      isInternal: false,
      text: null,
      status: null,
      at,
      channel: "SYSTEM",
      params: { contactId, name: joinName(contact), reason },
    },
  ]);
};
