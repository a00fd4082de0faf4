/** Computed fields of contacts' access and of who asks for it (G5, F46). */
import {
  type Account,
  accessOf,
  type EpochMs,
  type Invitation,
  isLinkValid,
  type RequestContact,
} from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { accountLoader } from "../identity/module.js";
import type { RequestSource } from "../requests/module.js";
import { asksOf } from "./find-ask.js";
import { heldInvitationLoader, invitationLoader } from "./loaders.js";

const latestOf = async ({ id, requestId }: RequestContact, { loaders }: RequestContext): Promise<Invitation | null> =>
  (await loaders.of(invitationLoader).load(requestId)).findLast((one) => one.contactId === id) ?? null;

const waitOf = async ({ id, sentAt }: Invitation, { loaders }: RequestContext): Promise<EpochMs | null> =>
  sentAt === null ? null : loaders.of(heldInvitationLoader).load(id);

/** The link by which the contact's account came in. */
const redeemedOf = async (contact: RequestContact, { loaders }: RequestContext): Promise<Invitation | null> => {
  if (contact.accountId === null) return null;
  const all = await loaders.of(invitationLoader).load(contact.requestId);
  return all.find((one) => one.contactId === contact.id && one.usedBy === contact.accountId) ?? null;
};

const redeemerOf = async (contact: RequestContact, context: RequestContext): Promise<Account | null> => {
  const used = await redeemedOf(contact, context);
  return used === null || used.usedBy === null ? null : context.loaders.of(accountLoader).load(used.usedBy);
};

export const invitationFields: readonly TypeFields[] = [
  fieldsOf<RequestContact>("Contact", {
    access: async (contact, _args, context) => accessOf(contact, await latestOf(contact, context), context.now),
    invitation: async (contact, _args, context) => {
      const latest = contact.accountId === null ? await latestOf(contact, context) : null;
      return latest !== null && isLinkValid(latest, context.now) ? latest : null;
    },
    redeemedBy: async (contact, _args, context) => (await redeemerOf(contact, context))?.email ?? null,
    redeemedAt: async (contact, _args, context) => (await redeemedOf(contact, context))?.usedAt ?? null,
  }),
  fieldsOf<Invitation>("ContactInvitation", {
    // Stored when its mail is asked for; whoever reads it wants to know when it went.
    sentAt: async (one, _args, context) => ((await waitOf(one, context)) === null ? one.sentAt : null),
    mailWaitsUntil: (one, _args, context) => waitOf(one, context),
  }),
  fieldsOf<RequestSource>("SupportRequest", {
    accessAsks: (request, _args, context) => asksOf(request, context),
  }),
];
