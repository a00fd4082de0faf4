/** Seams of the mails to what other parts of the portal know: one-time links and who works on a request. */
import { type EpochMs, onCallAt, type RequestContact, type RequestLife, teamOf } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { accountStore } from "../identity/module.js";
import { teamStore } from "../teams/module.js";
import type { AddressMail, InvitationMail } from "./letters/link-letter.js";

export interface LetterSources {
  /** Where the button of a contact's mail leads; in the confirmation of an unproven primary contact a one-time link. */
  portalLinkFor(
    contact: Pick<RequestContact, "id" | "accountId" | "role">,
    requestId: string,
    isConfirmation: boolean,
  ): Promise<string>;
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

export interface Staff {
  /** Who is told of a request that nobody owns. */
  readonly team: readonly string[];
  readonly onCall: readonly string[];
}

/** The team that the request was routed to, and who of it is on call at `at`; all engineers where it has none, or an empty one. */
export const staffOf = async (
  stores: ReadStores,
  { teamId }: Pick<RequestLife, "teamId">,
  at: EpochMs,
): Promise<Staff> => {
  const team = teamOf(await stores.of(teamStore).load(), teamId);
  if (team !== null && team.memberIds.length > 0) return { team: team.memberIds, onCall: onCallAt(team, at) };
  const engineers = await stores.of(accountStore).list({ role: "ENGINEER" });
  return { team: engineers.map(({ id }) => id), onCall: [] };
};
