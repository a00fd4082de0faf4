/** What mails with one-time links say, made when they are sent; the button of an unproven primary contact's confirmation (R87, F23). */
import { isLinkValid, joinName } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import {
  accountStore,
  addressConfirmationStore,
  confirmationUrl,
  invitationUrl,
  newToken,
} from "../identity/module.js";
import { invitationStore, makeInvitation } from "../invitations/module.js";
import { requestStore } from "../requests/module.js";
import type { LetterSources } from "./letter-sources.js";
import type { AddressMail, InvitationMail } from "./letters/link-letter.js";

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicOrigin: string;
}

export const createLinkMails = (parts: Parts): LetterSources => ({
  portalLinkFor: (contact, requestId, isConfirmation) => {
    const isStranger = contact.accountId === null && contact.role === "PRIMARY";
    return isConfirmation && isStranger
      ? confirmationLink(parts, contact.id, requestId)
      : Promise.resolve(plainLink(parts, requestId));
  },
  invitation: (id) => invitationMail(parts, id),
  addressConfirmation: (id) => addressMail(parts, id),
});

const plainLink = ({ publicOrigin }: Parts, requestId: string): string => `${publicOrigin}/requests/${requestId}`;

/** Made once, with the mail, in a unit of its own: submitting a request stays cheap. A mail sent twice carries the same link. */
const confirmationLink = async (parts: Parts, contactId: string, requestId: string): Promise<string> => {
  const { db, clock, publicOrigin } = parts;
  const token = newToken();
  return db.transaction("link of a confirmation", async (tx) => {
    const at = clock.now();
    // Two senders ask one after the other.
    await tx.of(requestStore).byIdForChange(requestId);
    const [made] = await tx.of(invitationStore).mailedToContact(contactId);
    if (made !== undefined) {
      const kept = isLinkValid(made, at) ? await tx.of(invitationStore).tokenOf(made.id) : null;
      return kept === null ? plainLink(parts, requestId) : invitationUrl(publicOrigin, kept);
    }
    const given = (await tx.of(invitationStore).ofRequests([requestId])).some((one) => one.contactId === contactId);
    // Somebody was quicker with a link of their own: that one stays.
    if (given) return plainLink(parts, requestId);
    const contact = { id: contactId, requestId };
    return (await makeInvitation(tx, { contact, inviterId: null, token, isMailed: true, publicOrigin, at })).url;
  });
};

const invitationMail = async ({ db, clock, publicOrigin }: Parts, id: string): Promise<InvitationMail | null> => {
  const invitations = db.read.of(invitationStore);
  const requests = db.read.of(requestStore);
  const accounts = db.read.of(accountStore);
  const invitation = await invitations.byId(id);
  if (invitation === null || invitation.inviterId === null || !isLinkValid(invitation, clock.now())) return null;
  const [token, request, inviter, contacts] = await Promise.all([
    invitations.tokenOf(id),
    requests.byId(invitation.requestId),
    accounts.byId(invitation.inviterId),
    requests.contactsOf([invitation.requestId]),
  ]);
  const contact = contacts.find((one) => one.id === invitation.contactId && one.accountId === null);
  if (token === null || request === null || inviter === null || contact === undefined) return null;
  return {
    reader: { to: contact.email, language: inviter.profile?.language ?? "en", timeZone: request.timeZone },
    url: invitationUrl(publicOrigin, token),
    inviterName: joinName(inviter),
    inviterId: inviter.id,
    requestId: request.id,
  };
};

const addressMail = async ({ db, clock, publicOrigin }: Parts, id: string): Promise<AddressMail | null> => {
  const link = await db.read.of(addressConfirmationStore).byId(id);
  if (link === null || !isLinkValid(link, clock.now())) return null;
  const [token, account] = await Promise.all([
    db.read.of(addressConfirmationStore).tokenOf(id),
    db.read.of(accountStore).byId(link.accountId),
  ]);
  if (token === null || account === null) return null;
  const { language = "en", timeZone = "UTC" } = account.profile ?? {};
  return { reader: { to: link.email, language, timeZone }, url: confirmationUrl(publicOrigin, token) };
};
