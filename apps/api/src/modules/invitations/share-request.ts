/** Adding contacts to a request: contacts and the owner engineer may (R82-R84, R93, R95, R96; E7). */
import { accept, decideShare, joinName, normaliseEmail, type RequestContact, type Result } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { newToken, type OneTimeToken } from "../identity/module.js";
import {
  assertMayShare,
  contactDetailsOf,
  contactRows,
  countAccepted,
  freshRequest,
  type RequestDetail,
  requestStore,
} from "../requests/module.js";
import { type InvitationLink, makeInvitation } from "./make-invitation.js";
import type { ShareRequestInput } from "./sharing.types.js";

type Shared = Result<readonly RequestContact[]>;

interface SharePayload {
  readonly request: RequestDetail | null;
  readonly addedContacts: readonly RequestContact[];
  readonly invitations: readonly InvitationLink[];
}

/** What the answer alone holds: the links, and the tokens they are made of. */
interface Links {
  readonly tokens: readonly OneTimeToken[];
  readonly made: InvitationLink[];
}

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED */
export const shareRequest = async (
  context: RequestContext,
  input: ShareRequestInput,
): Promise<Result<SharePayload>> => {
  const account = accountOf(context);
  const requestId = idOf("req", input.requestId);
  const { idempotencyKey, ...parameters } = input;
  const links: Links = { tokens: input.contacts.map(newToken), made: [] };
  const shared = await context.db.transaction("share request", async (tx): Promise<Shared> => {
    const command = {
      principalId: account.id,
      operation: "shareRequest",
      key: idempotencyKey ?? null,
      input: parameters,
      at: context.clock.now(),
    };
    return accept(await once(tx, command, () => share(context, tx, requestId, input, links)));
  });
  if (!shared.ok) return shared;
  return accept({
    request: await freshRequest(context, requestId),
    addedContacts: shared.value,
    invitations: links.made,
  });
};

const share = async (
  context: RequestContext,
  tx: WriteStores,
  requestId: string,
  input: ShareRequestInput,
  links: Links,
): Promise<readonly RequestContact[]> => {
  const account = accountOf(context);
  const at = context.clock.now();
  const contacts = await assertMayShare(context, tx, requestId);
  const decided = decideShare(contacts, input.contacts.map(contactDetailsOf));
  if (!decided.ok) return tx.abort(decided satisfies Shared);
  await countAccepted(context, tx, "shareRequest", account.id);
  const isBoundAlready = contacts.some((contact) => contact.accountId === account.id);
  const added = contactRows({ requestId, account, primary: null, additional: decided.value, isBoundAlready, at });
  if (added.length === 0) return added;
  await tx.of(requestStore).addContacts(added);
  await invite(context, tx, added, input, links);
  await tx.of(requestStore).addEvents(
    added.map((contact) => ({
      id: newId("evt", at),
      requestId,
      kind: "CONTACT_ADDED",
      actorId: account.id,
      isFromSupport: account.roles.length > 0,
      isInternal: false,
      text: joinName(contact),
      status: null,
      at,
      params: { contactId: contact.id },
    })),
  );
  await tx.of(requestStore).update(requestId, { updatedAt: at });
  await tx.of(auditStore).append({
    actorId: account.id,
    action: "request.share",
    objectId: requestId,
    details: { contactIds: added.map((contact) => contact.id) },
    at,
  });
  return added;
};

/** A one-time link for everybody added who is not bound yet; with a mail for whom the box is ticked, in the same unit (R87, R96). */
const invite = async (
  context: RequestContext,
  tx: WriteStores,
  added: readonly RequestContact[],
  input: ShareRequestInput,
  { tokens, made }: Links,
): Promise<void> => {
  const mailed = new Set(input.contacts.filter((one) => one.sendInvitation).map((one) => normaliseEmail(one.email)));
  const { publicOrigin } = context.settings;
  const at = context.clock.now();
  for (const [index, contact] of added.entries()) {
    const token = tokens[index];
    if (contact.accountId !== null || token === undefined) continue;
    const isMailed = mailed.has(contact.email);
    made.push(
      await makeInvitation(tx, { contact, inviterId: accountOf(context).id, token, isMailed, publicOrigin, at }),
    );
  }
};
