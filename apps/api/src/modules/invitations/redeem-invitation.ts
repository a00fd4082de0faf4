/** Redeeming a link: the contact it was made for is the signed-in account's from now on, whatever its address (G5, A-10). */
import { accept, decideRedemption, type Redemption, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { attemptUnlessDone, commandOf, type IdempotentCommand, once } from "../../kernel/graphql/idempotency.js";
import { assertNoWait, countLinkTry, type Wait } from "../../kernel/graphql/link-tries.js";
import { tokenHash } from "../identity/module.js";
import { freshRequest, type RequestDetail, requestStore } from "../requests/module.js";
import { invitationStore } from "./storage/invitation.store.js";

/** Id of the request. */
type Redeemed = Result<string, "INVITE_NOT_VALID">;

const notValid: Redeemed = refuse("INVITE_NOT_VALID", ["token"]);

/** One answer for every link that opens nothing. @throws RequestError RATE_LIMITED, IDEMPOTENCY_KEY_REUSED */
export const redeemInvitation = async (
  context: RequestContext,
  input: { readonly token: string; readonly idempotencyKey?: string | null },
): Promise<Result<{ request: RequestDetail | null }>> => {
  const hash = tokenHash(input.token);
  const command = commandOf(context, "redeemInvitation", input);
  const redeemed = await attemptUnlessDone<string, Redeemed>(
    context.db,
    command,
    async () =>
      assertNoWait(await context.db.transaction("redeem invitation", (tx) => redeem(context, tx, { hash, command }))),
    { isRefusal: ({ ok }) => !ok, done: accept },
  );
  return redeemed.ok ? accept({ request: await freshRequest(context, redeemed.value) }) : redeemed;
};

const redeem = async (
  context: RequestContext,
  tx: WriteStores,
  { hash, command }: { readonly hash: string | null; readonly command: IdempotentCommand },
): Promise<Redeemed | Wait> => {
  const wait = await countLinkTry(context, tx);
  if (wait !== null) return wait;
  const invitation = hash === null ? null : await tx.of(invitationStore).byTokenHash(hash);
  const request = invitation === null ? null : await tx.of(requestStore).byIdForChange(invitation.requestId);
  if (invitation === null || request === null) return notValid;
  const account = accountOf(context);
  const contacts = await tx.of(requestStore).contactsOf([request.id]);
  const now = context.clock.now();
  const decided = decideRedemption({ account, request, contacts, invitation, now });
  if (!decided.ok) return decided;
  const { value } = decided;
  const requestId = await once(tx, command, async () => {
    if (value.kind === "BIND") await bind(context, tx, invitation.id, value);
    return request.id;
  });
  return accept(requestId);
};

const bind = async (
  context: RequestContext,
  tx: WriteStores,
  invitationId: string,
  { contact }: Extract<Redemption, { kind: "BIND" }>,
): Promise<void> => {
  const account = accountOf(context);
  const at = context.clock.now();
  const { requestId } = contact;
  const isBound =
    (await tx.of(invitationStore).use(invitationId, account.id, at)) &&
    (await tx.of(requestStore).bindContact(contact.id, account.id, at));
  if (!isBound) return tx.abort(notValid);
  await tx.of(requestStore).addEvents([
    {
      id: newId("evt", at),
      requestId,
      kind: "INVITATION_REDEEMED",
      actorId: account.id,
      isFromSupport: false,
      isInternal: false,
      text: null,
      status: null,
      at,
      channel: context.principal.kind === "token" ? "API" : "PORTAL",
      // The contacts see who came in by the link they gave away.
      params: { contactId: contact.id, name: account.email },
    },
  ]);
  await tx.of(requestStore).update(requestId, { updatedAt: at });
  const details = { contactId: contact.id, invitationId };
  await tx
    .of(auditStore)
    .append({ actorId: account.id, action: "request.redeemInvitation", objectId: requestId, details, at });
};
