/** Whether a mail may go now: limits on mails to one address and on strangers one account writes to (I-7). Nothing is refused, it waits. */
import { DAY, type EpochMs, HOUR, normaliseEmail } from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import type { OutboxMessage } from "../../../kernel/jobs/outbox.store.js";
import { outboxWorkStore } from "../../../kernel/jobs/outbox-work.store.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import type { Letter } from "../letters/letter.js";

/** True when it may go now; otherwise the message is held, or finished because a later one says more. */
export const admitMail = async (
  tx: WriteStores,
  message: OutboxMessage,
  letter: Letter,
  { limits, recipientHash, at }: { limits: Limits; recipientHash: (address: string) => string; at: EpochMs },
): Promise<boolean> => {
  const to = normaliseEmail(letter.to) ?? letter.to;
  const { hash, limit } = paceOf(letter.sharesWith, to, recipientHash, limits);
  if (await tx.of(outboxWorkStore).isSuperseded(message, hash)) {
    await tx.of(outboxWorkStore).finish(message.id, { at, unsentBecause: "SUPERSEDED" });
    return false;
  }
  const admission = {
    id: message.id,
    recipientHash: hash,
    at,
    limit,
    windowMs: HOUR,
  };
  const until =
    (await admitStranger(tx, letter.stranger, recipientHash(to), limits, at)) ??
    (await tx.of(outboxWorkStore).admit(admission));
  if (until !== null) await tx.of(outboxWorkStore).hold(message.id, until, hash);
  return until === null;
};

/** What it is counted among, and how many of those an hour allows. */
const paceOf = (
  sharesWith: Letter["sharesWith"],
  to: string,
  recipientHash: (address: string) => string,
  limits: Limits,
): { readonly hash: string; readonly limit: number | null } => {
  if (sharesWith === "news") return { hash: recipientHash(to), limit: limits.mailsPerRecipientPerHour };
  if (sharesWith === null) return { hash: recipientHash(`${to} without a limit`), limit: null };
  return { hash: recipientHash(`${to} for ${sharesWith.askedBy}`), limit: limits.awaitedMailsPerRecipientPerHour };
};

/** So many different unproven addresses an account reaches in a day; one it has reached costs nothing more. */
const admitStranger = async (
  tx: WriteStores,
  stranger: Letter["stranger"],
  hash: string,
  limits: Limits,
  at: EpochMs,
): Promise<EpochMs | null> => {
  if (stranger === null) return null;
  const { senderId, isInvitation } = stranger;
  const kind = isInvitation ? "invited" : "primary";
  const known = `mail:${kind}:${senderId}:${hash}`;
  if (!(await tx.of(rateCounterStore).peek(known, 1, at)).allowed) return null;
  const limit = isInvitation ? limits.invitedAddressesPerDay : limits.externalPrimariesPerDay;
  const answer = await tx.of(rateCounterStore).consume(`mail:${kind}:${senderId}`, 1, limit, DAY, at);
  if (!answer.allowed) return at + answer.retryAfterMs;
  await tx.of(rateCounterStore).consume(known, 1, 1, DAY, at);
  return null;
};
