/** First result stored and replayed; other parameters under the same key are an error (contract.md, idempotencyKey; M-4). */
import { createHash } from "node:crypto";
import type { EpochMs } from "@accord/domain";
import type { Database, WriteStores } from "../db/index.js";
import { accountOf, type RequestContext } from "./context.js";
import { idempotencyStore } from "./idempotency.store.js";
import { idempotencyKeyOf } from "./ids.js";
import { RequestError } from "./request-error.js";
import { storedOperationOf } from "./stored-operations.js";

export interface IdempotentCommand {
  readonly principalId: string;
  readonly operation: string;
  /** Null: the client gave none, nothing is kept. */
  readonly key: string | null;
  /** Everything the client sent but the key. */
  readonly input: unknown;
  readonly at: EpochMs;
}

/** A command of who asks, as it was sent: the key stands for everything but itself. */
export const commandOf = (
  context: RequestContext,
  operation: string,
  sent: { readonly idempotencyKey?: string | null },
): IdempotentCommand => {
  const { idempotencyKey, ...input } = sent;
  return { principalId: accountOf(context).id, operation, key: idempotencyKey ?? null, input, at: context.clock.now() };
};

/**
 * Runs `work` once per key: the first statement of the unit claims the key, the last stores the reply.
 * `work` ends a refused unit by `tx.abort`, so that a refusal burns no key.
 * @throws RequestError IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT
 */
export const once = async <Reply>(
  tx: WriteStores,
  command: IdempotentCommand,
  work: () => Promise<Reply>,
): Promise<Reply> => {
  if (command.key === null) return work();
  const { principalId, at } = command;
  const operation = storedOperationOf(command.operation);
  const key = idempotencyKeyOf(command.key);
  const claim = await tx.of(idempotencyStore).claim({
    principalId,
    operation,
    key,
    fingerprint: fingerprintOf(command.input),
    at,
  });
  if (claim.outcome === "CONFLICT") throw new RequestError("IDEMPOTENCY_KEY_REUSED");
  if (claim.outcome === "STORED") return claim.reply as Reply;
  const reply = await work();
  await tx.of(idempotencyStore).store({ principalId, operation, key }, reply);
  return reply;
};

interface Told<Reply, Attempt> {
  readonly isRefusal: (attempt: Attempt) => boolean;
  /** What an attempt would have come to that was done before. */
  readonly done: (reply: Reply) => Attempt;
}

/**
 * For a command that judges before it claims its key: what was done under it before is no new attempt, and a refusal of this one stands
 * only if no other call did it meanwhile. @throws RequestError IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT
 */
export const attemptUnlessDone = async <Reply, Attempt>(
  db: Database,
  command: IdempotentCommand,
  attempt: () => Promise<Attempt>,
  { isRefusal, done }: Told<Reply, Attempt>,
): Promise<Attempt> => {
  const before = await storedReply<Reply>(db, command);
  if (before !== null) return done(before);
  const made = await attempt();
  if (!isRefusal(made)) return made;
  const meanwhile = await storedReply<Reply>(db, command);
  return meanwhile === null ? made : done(meanwhile);
};

/** The reply kept under the command's key, or null; claims nothing. */
const storedReply = async <Reply>(db: Database, command: IdempotentCommand): Promise<Reply | null> => {
  if (command.key === null) return null;
  return db.transaction("look up idempotency key", async (tx): Promise<Reply | null> => {
    const reply = await once(tx, command, async () => tx.abort(null));
    return reply as Reply;
  });
};

/** The digest of a value with its keys in order; absent and null are one. */
const fingerprintOf = (input: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(inOrder(input)))
    .digest("base64url");

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.entries(value)
    .filter(([, item]) => item !== null && item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, inOrder(item)]);
};
