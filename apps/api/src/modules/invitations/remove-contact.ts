/** Removing a contact: everybody themselves, the owner engineer anybody; a primary contact stays, always, and who it is now is told (R97, E10, R90). */
import {
  accept,
  joinName,
  mayRemoveContact,
  type Removal,
  type RequestContact,
  type Result,
  type TimelineKind,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { freshRequest, type RequestDetail, requestStore, visibleRequest } from "../requests/module.js";
import type { RemoveContactInput } from "./sharing.types.js";
import { invitationStore } from "./storage/invitation.store.js";

type Removed = Result<Removal>;

/** @throws RequestError NOT_FOUND */
export const removeContact = async (
  context: RequestContext,
  input: RemoveContactInput,
): Promise<Result<{ request: RequestDetail | null }>> => {
  const requestId = idOf("req", input.requestId);
  const command = commandOf(context, "removeContact", input);
  const removed = await context.db.transaction("remove contact", (tx) =>
    once(tx, command, async (): Promise<Removed> => {
      const done = await remove(context, tx, requestId, input);
      return done.ok ? done : tx.abort(done);
    }),
  );
  return removed.ok ? accept({ request: await freshRequest(context, requestId) }) : removed;
};

const remove = async (
  context: RequestContext,
  tx: WriteStores,
  requestId: string,
  input: RemoveContactInput,
): Promise<Removed> => {
  const account = accountOf(context);
  const at = context.clock.now();
  const { request, contacts } = await visibleRequest(context, tx, requestId);
  const decided = mayRemoveContact({
    account,
    request,
    contacts,
    contactId: input.contactId,
    newPrimaryContactId: input.newPrimaryContactId ?? null,
  });
  if (!decided.ok) return decided;
  const { removedContactId, newPrimaryContactId, isLeaving } = decided.value;
  if (newPrimaryContactId !== null) await tx.of(requestStore).setPrimary(requestId, newPrimaryContactId, at);
  await tx.of(requestStore).removeContact(removedContactId, at);
  await tx.of(invitationStore).endOfContact(removedContactId, at);
  const told = (kind: TimelineKind, contactId: string) => ({
    id: newId("evt", at),
    requestId,
    kind,
    actorId: account.id,
    isFromSupport: account.roles.length > 0,
    isInternal: false,
    text: null,
    status: null,
    at,
    params: { contactId, name: nameOf(contacts, contactId) },
  });
  await tx
    .of(requestStore)
    .addEvents([
      told(isLeaving ? "CONTACT_LEFT" : "CONTACT_REMOVED", removedContactId),
      ...(newPrimaryContactId === null ? [] : [told("PRIMARY_CONTACT_CHANGED", newPrimaryContactId)]),
    ]);
  await tx.of(requestStore).update(requestId, { updatedAt: at });
  await tx.of(auditStore).append({
    actorId: account.id,
    action: "request.removeContact",
    objectId: requestId,
    details: { contactId: removedContactId },
    at,
  });
  return decided;
};

const nameOf = (contacts: readonly RequestContact[], id: string): string => {
  const contact = contacts.find((candidate) => candidate.id === id);
  return contact === undefined ? "" : joinName(contact);
};
