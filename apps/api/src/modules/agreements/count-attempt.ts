/** Tries at an ID pair: wrong ones count, kept over a restart (contract.md, Limits; A-5). */

import { MINUTE } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { limitTry } from "../../kernel/limits/limit-try.js";
import { rateCounterStore } from "../../kernel/limits/rate-counter.store.js";

/** Milliseconds an account that has spent its tries has to wait, seen without a write: whoever hammers fills no queue. */
export const untilWallOpens = async ({ db, limits, clock }: RequestContext, accountId: string): Promise<number> => {
  const key = `wrong-pair:account:${accountId}`;
  return (await db.read.of(rateCounterStore).peek(key, limits.wrongPairsPerAccount, clock.now())).retryAfterMs;
};

/** Counts one try. Null: it may be evaluated; else how long to wait, in milliseconds. */
export const countAttempt = (
  { limits, address, clock }: RequestContext,
  tx: WriteStores,
  accountId: string,
): Promise<number | null> => {
  const wall = { limit: limits.wrongPairsPerAccount, windowMs: 15 * MINUTE };
  const brake = { free: limits.wrongPairsPerAddress, windowMs: 60 * MINUTE };
  return limitTry(tx, { what: "wrong-pair", accountId, wall, address, brake }, clock.now());
};
