/** Accepted commands an hour and account: createRequest and createGeneralQuestion 60 together, shareRequest 60 (contract.md, Limits). */

import { HOUR } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { rateCounterStore } from "../../kernel/limits/rate-counter.store.js";

/** Counts one within the unit of the command, so that a refused one does not count. @throws RequestError RATE_LIMITED */
export const countAccepted = async (
  context: RequestContext,
  tx: WriteStores,
  command: "createRequest" | "shareRequest",
  accountId: string,
): Promise<void> => {
  const limit = command === "createRequest" ? context.limits.createRequestPerHour : context.limits.shareRequestPerHour;
  const answer = await tx.of(rateCounterStore).consume(`${command}:${accountId}`, 1, limit, HOUR, context.clock.now());
  if (!answer.allowed) throw new RequestError("RATE_LIMITED", { retryAfterMs: answer.retryAfterMs });
};
