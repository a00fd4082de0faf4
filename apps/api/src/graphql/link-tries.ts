/** Tries at one-time links: 10 per account in 15 minutes and 30 per address in an hour, right or wrong, kept over a restart. */
import { accountOf, type RequestContext } from "../context.js";
import type { WriteStores } from "../storage/index.js";
import { RequestError } from "./request-error.js";

const MINUTE = 60_000;

/** A try past the limit; told once the unit that counted it is committed. */
export interface Wait {
  readonly waitMs: number;
}

/** Counts one try. Null: the link may be looked at. */
export const countLinkTry = async (context: RequestContext, tx: WriteStores): Promise<Wait | null> => {
  const { limits, address, clock } = context;
  const now = clock.now();
  const { consume } = tx.rateCounters;
  const accountKey = `link:account:${accountOf(context).id}`;
  const byAccount = await consume(accountKey, 1, limits.linkTriesPerAccount, 15 * MINUTE, now);
  const byAddress = await consume(`link:address:${address}`, 1, limits.linkTriesPerAddress, 60 * MINUTE, now);
  if (byAccount.allowed && byAddress.allowed) return null;
  return { waitMs: Math.max(byAccount.retryAfterMs, byAddress.retryAfterMs) };
};

/** @throws RequestError RATE_LIMITED */
export const assertNoWait = <Answer extends object>(answer: Answer | Wait): Answer => {
  if ("waitMs" in answer) throw new RequestError("RATE_LIMITED", { retryAfterMs: answer.waitMs });
  return answer;
};
