/** Mails a one-time link to the account's own address, so that whoever reads it there can prove it (G5, E9). */
import { accept, DAY, decideAddressToConfirm, linkEndsAt, type Result } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { assertNoWait, type Wait } from "../../../kernel/graphql/link-tries.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import { newToken, type OneTimeToken } from "../sign-in/one-time-token.js";
import { accountStore } from "../storage/account.store.js";
import { addressConfirmationStore } from "../storage/address-confirmation.store.js";

interface Where {
  /** The address of an account that has none. */
  readonly email?: string | null;
  readonly idempotencyKey?: string | null;
}

/** `isSent` is false where there is nothing to prove. @throws RequestError RATE_LIMITED */
export const startAddressConfirmation = async (
  context: RequestContext,
  where: Where,
): Promise<Result<{ isSent: boolean }>> => {
  const token = newToken();
  const command = commandOf(context, "startAddressConfirmation", where);
  const answer = await context.db.transaction("send address confirmation", (tx) =>
    once(tx, command, async () => {
      const sent = await send(context, tx, token, where.email ?? null);
      return "ok" in sent && sent.ok ? sent : tx.abort(sent);
    }),
  );
  return assertNoWait<Result<{ isSent: boolean }>>(answer);
};

const send = async (
  context: RequestContext,
  tx: WriteStores,
  token: OneTimeToken,
  typed: string | null,
): Promise<Result<{ isSent: boolean }> | Wait> => {
  const account = await tx.of(accountStore).byId(accountOf(context).id);
  if (account === null) return accept({ isSent: false });
  const decided = decideAddressToConfirm(account, typed);
  if (!decided.ok) return decided;
  const email = decided.value;
  if (email === null) return accept({ isSent: false });
  const at = context.clock.now();
  const key = `confirm-address:${account.id}`;
  const counted = await tx.of(rateCounterStore).consume(key, 1, context.limits.addressConfirmationsPerDay, DAY, at);
  if (!counted.allowed) return { waitMs: counted.retryAfterMs };
  const id = newId("adc", at);
  await tx.of(addressConfirmationStore).create({
    id,
    accountId: account.id,
    email,
    tokenHash: token.hash,
    tokenToMail: token.token,
    createdAt: at,
    expiresAt: linkEndsAt(at),
  });
  const kind = "mail.confirm-address";
  tx.of(outboxStore).post({ dedupeKey: `${kind}:${id}`, kind, payload: { confirmationId: id }, at });
  const action = "account.sendAddressConfirmation";
  await tx
    .of(auditStore)
    .append({ actorId: account.id, action, objectId: account.id, details: { confirmationId: id }, at });
  return accept({ isSent: true });
};
