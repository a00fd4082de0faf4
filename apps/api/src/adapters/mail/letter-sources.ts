/** Seams of the mails to what other parts of the portal know: one-time links and who works on a request. */
import type { RequestContact, SupportRequest } from "@accord/domain";
import type { ReadStores } from "../../storage/index.js";
import type { AddressMail, InvitationMail } from "./letters/link-letter.js";

export interface LetterSources {
  /** Where the button of a contact's mail leads; a one-time link for a primary contact whose address nobody has proven. */
  portalLinkFor(contact: Pick<RequestContact, "id" | "accountId" | "role">, requestId: string): Promise<string>;
  /** What an invitation says; null when it was used, has ended or is gone. */
  invitation(invitationId: string): Promise<InvitationMail | null>;
  addressConfirmation(confirmationId: string): Promise<AddressMail | null>;
}

/** Links for people who sign in, and no one-time links. */
export const plainSources = (publicOrigin: string): LetterSources => ({
  portalLinkFor: async (_contact, requestId) => `${publicOrigin}/requests/${requestId}`,
  invitation: async () => null,
  addressConfirmation: async () => null,
});

/** Engineers to tell of a request that nobody owns, and who is on call. */
export type StaffOf = (
  stores: ReadStores,
  request: SupportRequest,
) => Promise<{ readonly team: readonly string[]; readonly onCall: readonly string[] }>;

/** While there are no teams: all engineers. */
export const allEngineers: StaffOf = async (stores) => {
  const engineers = await stores.accounts.list({ role: "ENGINEER" });
  return { team: engineers.map(({ id }) => id), onCall: [] };
};
