/** Asking the contacts of a request for access by its number: one answer and one work, whether there is such a request or not (F46, R95). */
import { accept, askedNumber, HOUR, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, type IdempotentCommand, once } from "../../kernel/graphql/idempotency.js";
import { assertNoWait, type Wait } from "../../kernel/graphql/link-tries.js";
import { ACCESS_ASK_KIND, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { rateCounterStore } from "../../kernel/limits/rate-counter.store.js";
import { accessAskStore } from "./storage/access-ask.store.js";

/** The contacts are told by the sender of mail, later and out of sight of who asks. @throws RequestError RATE_LIMITED, IDEMPOTENCY_KEY_REUSED */
export const createAccessAsk = async (
  context: RequestContext,
  input: { readonly number: string; readonly idempotencyKey?: string | null },
): Promise<Result<{ isAsked: boolean }>> => {
  const number = askedNumber(input.number);
  if (number === null) return refuse("INPUT_INVALID", ["number"], { expected: "requestNumber" });
  const command = commandOf(context, "createAccessAsk", input);
  const answer = await context.db.transaction(
    "ask for access",
    (tx): Promise<Asked | Wait> => once(tx, command, () => ask(context, tx, number, command)),
  );
  return accept(assertNoWait(answer));
};

type Asked = { readonly isAsked: boolean };

const ask = async (
  context: RequestContext,
  tx: WriteStores,
  number: string,
  { principalId: accountId, at }: IdempotentCommand,
): Promise<Asked> => {
  const key = `access-ask:${accountId}`;
  const counted = await tx.of(rateCounterStore).consume(key, 1, context.limits.accessAsksPerHour, HOUR, at);
  // Past the limit nothing is counted: the unit leaves nothing behind, its key neither.
  if (!counted.allowed) return tx.abort({ waitMs: counted.retryAfterMs });
  const askId = newId("ask", at);
  await tx.of(accessAskStore).add({ id: askId, number, accountId, askedAt: at });
  tx.of(outboxStore).post({ dedupeKey: `${ACCESS_ASK_KIND}:${askId}`, kind: ACCESS_ASK_KIND, payload: { askId }, at });
  await tx
    .of(auditStore)
    .append({ actorId: accountId, action: "request.askForAccess", objectId: askId, details: {}, at });
  return { isAsked: true };
};
