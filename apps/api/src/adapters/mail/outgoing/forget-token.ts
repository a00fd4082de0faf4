/** Once a mail with a one-time link is on its way, the token in it is kept nowhere any more. */
import type { OutboxMessage, WriteStores } from "../../../storage/index.js";

export const forgetToken = async (tx: WriteStores, { kind, payload }: OutboxMessage): Promise<void> => {
  if (kind === "mail.invitation") await tx.invitations.forgetToken(String(payload.invitationId));
  if (kind === "mail.confirm-address") await tx.addressConfirmations.forgetToken(String(payload.confirmationId));
  if (kind !== "mail.confirmation" || typeof payload.contactId !== "string") return;
  for (const { id } of await tx.invitations.mailedToContact(payload.contactId)) await tx.invitations.forgetToken(id);
};
