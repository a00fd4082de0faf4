/** Tries at one-time links, right or wrong, kept over a restart: a wall for the account, a brake for the address (A-10, K4). */

import { MINUTE } from "@accord/domain";
import type { WriteStores } from "../db/index.js";
import { limitTry } from "../limits/limit-try.js";
import { accountOf, type RequestContext } from "./context.js";
import { RequestError } from "./request-error.js";

/** A try past the limit; told once the unit that counted it is committed. */
export interface Wait {
  readonly waitMs: number;
}

/** Counts one try. Null: the link may be looked at. */
export const countLinkTry = async (context: RequestContext, tx: WriteStores): Promise<Wait | null> => {
  const { limits, address, clock } = context;
  const { id: accountId } = accountOf(context);
  const wall = { limit: limits.linkTriesPerAccount, windowMs: 15 * MINUTE };
  const brake = { free: limits.linkTriesPerAddress, windowMs: 60 * MINUTE };
  const waitMs = await limitTry(tx, { what: "link", accountId, wall, address, brake }, clock.now());
  return waitMs === null ? null : { waitMs };
};

/** @throws RequestError RATE_LIMITED */
export const assertNoWait = <Answer extends object>(answer: Answer | Wait): Answer => {
  if ("waitMs" in answer) throw new RequestError("RATE_LIMITED", { retryAfterMs: answer.waitMs });
  return answer;
};
