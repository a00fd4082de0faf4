/** Computed fields of contacts' access and of who asks for it (G5, F46). */
import {
  type AccessAsk,
  type Account,
  accessOf,
  type EpochMs,
  type Invitation,
  isLinkValid,
  joinName,
  partyOf,
  type RequestContact,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { accountLoader } from "../identity/module.js";
import type { AccessAskType } from "../requests/graphql.js";
import { contactLoader, type RequestSource } from "../requests/module.js";
import { accessAskLoader, heldInvitationLoader, invitationLoader } from "./loaders.js";

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

const askOf = async ({ id, accountId, askedAt }: AccessAsk, { loaders }: RequestContext): Promise<AccessAskType[]> => {
  const asker = await loaders.of(accountLoader).load(accountId);
  if (asker === null) return [];
  const { givenName, familyName, email, isEmailProven } = asker;
  return [{ id, accountName: joinName({ givenName, familyName }), accountEmail: email, isEmailProven, at: askedAt }];
};

/** For whoever may answer them. */
const asksOf = async (request: RequestSource, context: RequestContext): Promise<AccessAskType[]> => {
  const contacts = await context.loaders.of(contactLoader).load(request.id);
  if (partyOf(accountOf(context), request, contacts) === null) return [];
  const asks = await context.loaders.of(accessAskLoader).load(request.id);
  return (await Promise.all(asks.map((ask) => askOf(ask, context)))).flat();
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
