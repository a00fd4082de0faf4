/** An address that does not take our mail is shown on its request, once (E24). */
import { type EpochMs, joinName } from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import type { OutboxMessage } from "../../kernel/jobs/outbox.store.js";
import { type MailTroubleReason, mailTroubleStore, requestStore } from "../requests/module.js";

/** Notes the trouble of the contact a message went to; a message to somebody else leaves no trace on a request. */
export const recordTrouble = async (
  tx: WriteStores,
  { payload }: Pick<OutboxMessage, "payload">,
  reason: MailTroubleReason,
  at: EpochMs,
): Promise<void> => {
  const { requestId, contactId } = payload;
  if (typeof requestId !== "string" || typeof contactId !== "string") return;
  const contact = (await tx.of(requestStore).contactsOf([requestId])).find(({ id }) => id === contactId);
  if (contact === undefined || !(await tx.of(mailTroubleStore).add({ contactId, requestId, reason, at }))) return;
  await tx.of(requestStore).addEvents([
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
