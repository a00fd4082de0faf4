/** Adding contacts to a request: contacts and the owner engineer may (R82-R84, R93, R95, R96; E7). */
import { accept, decideShare, type RequestContact, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../context.js";
import { once } from "../../graphql/idempotency.js";
import { idOf } from "../../graphql/ids.js";
import { newId, type RequestDetail, type WriteStores } from "../../storage/index.js";
import { contactDetailsOf, contactRows } from "./contact-rows.js";
import { countAccepted } from "./count-accepted.js";
import type { ShareRequestInput } from "./requests.types.js";
import { assertMayShare, freshRequest } from "./visible-request.js";

type Shared = Result<readonly RequestContact[]>;

interface SharePayload {
  readonly request: RequestDetail | null;
  readonly addedContacts: readonly RequestContact[];
}

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED */
export const shareRequest = async (
  context: RequestContext,
  input: ShareRequestInput,
): Promise<Result<SharePayload>> => {
  const account = accountOf(context);
  const requestId = idOf("req", input.requestId);
  const { idempotencyKey, ...parameters } = input;
  const shared = await context.db.run("share request", async (tx): Promise<Shared> => {
    const command = {
      principalId: account.id,
      operation: "shareRequest",
      key: idempotencyKey ?? null,
      input: parameters,
      at: context.clock.now(),
    };
    return accept(await once(tx, command, () => share(context, tx, requestId, input)));
  });
  if (!shared.ok) return shared;
  return accept({ request: await freshRequest(context, requestId), addedContacts: shared.value });
};

const share = async (
  context: RequestContext,
  tx: WriteStores,
  requestId: string,
  input: ShareRequestInput,
): Promise<readonly RequestContact[]> => {
  const account = accountOf(context);
  const at = context.clock.now();
  const contacts = await assertMayShare(context, tx, requestId);
  const decided = decideShare(contacts, input.contacts.map(contactDetailsOf));
  if (!decided.ok) return tx.rollBackWith(decided satisfies Shared);
  await countAccepted(context, tx, "shareRequest", account.id);
  const isBoundAlready = contacts.some((contact) => contact.accountId === account.id);
  const added = contactRows({ requestId, account, primary: null, additional: decided.value, isBoundAlready, at });
  if (added.length === 0) return added;
  await tx.requests.addContacts(added);
  await tx.requests.addEvents(
    added.map((contact) => ({
      id: newId("evt", at),
      requestId,
      kind: "CONTACT_ADDED",
      actorId: account.id,
      isFromSupport: account.roles.length > 0,
      isInternal: false,
      text: `${contact.givenName} ${contact.familyName}`.trim(),
      status: null,
      at,
      params: { contactId: contact.id },
    })),
  );
  await tx.requests.update(requestId, { updatedAt: at });
  await tx.audit.append({
    actorId: account.id,
    action: "request.share",
    objectId: requestId,
    details: { contactIds: added.map((contact) => contact.id) },
    at,
  });
  return added;
};
