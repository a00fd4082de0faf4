/** Once a mail with a one-time link is on its way, the token in it is kept nowhere any more. */
import type { WriteStores } from "../../../kernel/db/index.js";
import type { OutboxMessage } from "../../../kernel/jobs/outbox.store.js";
import { addressConfirmationStore } from "../../identity/module.js";
import { invitationStore } from "../../invitations/module.js";

export const forgetToken = async (tx: WriteStores, { kind, payload }: OutboxMessage): Promise<void> => {
  if (kind === "mail.invitation") await tx.of(invitationStore).forgetToken(String(payload.invitationId));
  if (kind === "mail.confirm-address")
    await tx.of(addressConfirmationStore).forgetToken(String(payload.confirmationId));
  if (kind !== "mail.confirmation" || typeof payload.contactId !== "string") return;
  for (const { id } of await tx.of(invitationStore).mailedToContact(payload.contactId))
    await tx.of(invitationStore).forgetToken(id);
};
