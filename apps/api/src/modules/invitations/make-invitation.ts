/** A new link for a contact, which replaces the one before; with a mail that carries it, in the same unit, or without (R96, F23). */
import { type EpochMs, linkEndsAt, type RequestContact } from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { INVITATION_KIND, invitationKey, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { invitationUrl, type OneTimeToken } from "../identity/module.js";
import { invitationStore } from "./storage/invitation.store.js";

/** A link as it is shown, once, to who made it. */
export interface InvitationLink {
  readonly contactId: string;
  readonly url: string;
  readonly expiresAt: EpochMs;
}

export interface NewLink {
  readonly contact: Pick<RequestContact, "id" | "requestId">;
  /** Null: the contact's own confirmation mail carries it. */
  readonly inviterId: string | null;
  readonly token: OneTimeToken;
  /** Whether a mail with it is sent. */
  readonly isMailed: boolean;
  readonly publicOrigin: string;
  readonly at: EpochMs;
}

export const makeInvitation = async (tx: WriteStores, link: NewLink): Promise<InvitationLink> => {
  const { contact, inviterId, token, isMailed, publicOrigin, at } = link;
  const id = newId("inv", at);
  const expiresAt = linkEndsAt(at);
  await tx.of(invitationStore).create({
    id,
    requestId: contact.requestId,
    contactId: contact.id,
    inviterId,
    tokenHash: token.hash,
    tokenToMail: isMailed ? token.token : null,
    createdAt: at,
    expiresAt,
  });
  // The button of a confirmation has its mail already.
  if (isMailed && inviterId !== null)
    tx.of(outboxStore).post({ dedupeKey: invitationKey(id), kind: INVITATION_KIND, payload: { invitationId: id }, at });
  return { contactId: contact.id, url: invitationUrl(publicOrigin, token.token), expiresAt };
};
