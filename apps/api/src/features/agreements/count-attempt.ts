/** Tries at an ID pair: 5 wrong ones per account in 15 minutes, 20 per address in an hour, kept over a restart (contract.md, Limits; A-5). */
import type { RequestContext } from "../../context.js";
import type { WriteStores } from "../../storage/index.js";

const MINUTE = 60_000;

/** Counts one try for the account and for the address. Null: it may be evaluated; else how long to wait, in milliseconds. */
export const countAttempt = async (
  context: RequestContext,
  tx: WriteStores,
  accountId: string,
): Promise<number | null> => {
  const { limits, address, clock } = context;
  const now = clock.now();
  const byAccount = await tx.rateCounters.consume(
    `wrong-pair:account:${accountId}`,
    1,
    limits.wrongPairsPerAccount,
    15 * MINUTE,
    now,
  );
  const byAddress = await tx.rateCounters.consume(
    `wrong-pair:address:${address}`,
    1,
    limits.wrongPairsPerAddress,
    60 * MINUTE,
    now,
  );
  return byAccount.allowed && byAddress.allowed ? null : Math.max(byAccount.retryAfterMs, byAddress.retryAfterMs);
};
