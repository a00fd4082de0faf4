/** A one-time link for a contact who does not see the request yet, made by who may add contacts (R96, R97). */
import { accept, contactToInvite, type Result, refuse } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { newToken } from "../identity/module.js";
import { type CommandName, countAccepted, type RequestDetail, runRequestCommand } from "../requests/module.js";
import type { CreateInvitationInput } from "./invitations.types.js";
import { type InvitationLink, makeInvitation } from "./make-invitation.js";

export interface Invited {
  readonly invitation: InvitationLink | null;
  readonly request: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, RATE_LIMITED */
export const createInvitation = async (
  context: RequestContext,
  input: CreateInvitationInput,
): Promise<Result<Invited>> => {
  const token = newToken();
  // Not part of what the command answers: nothing but this answer ever holds the link.
  let invitation: InvitationLink | null = null;
  const name: CommandName = { operation: "createInvitation", action: "request.invite" };
  const done = await runRequestCommand(context, name, input, async ({ tx, contacts, at }) => {
    const contact = contacts.find(({ id }) => id === input.contactId);
    if (contact === undefined) throw new RequestError("NOT_FOUND", { id: input.contactId });
    if (contactToInvite(contacts, contact.id) === null)
      return refuse("INPUT_INVALID", ["contactId"], { expected: "uninvited" });
    const { id: inviterId } = accountOf(context);
    await countAccepted(context, tx, "shareRequest", inviterId);
    const { publicOrigin } = context.settings;
    const isMailed = input.send ?? false;
    invitation = await makeInvitation(tx, { contact, inviterId, token, isMailed, publicOrigin, at });
    tx.publish({ topic: "request", id: contact.requestId, entryId: null, isInternal: false });
    return accept({ changes: null, entries: [], details: { contactId: contact.id, isMailed } });
  });
  return done.ok ? accept({ invitation, request: done.value.request }) : done;
};
