/** What a token may move in a day, counted with what it moves (F74). */
import { accept, DAY, type Result, refuse } from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";

/** Counts incidents given or taken by a token, in the day that began with its first; a session is not counted. */
export const countMoved = async (
  tx: WriteStores,
  { principal, clock, limits }: Pick<RequestContext, "principal" | "clock" | "limits">,
  incidents: number,
): Promise<Result<null, "TOKEN_LIMIT_REACHED">> => {
  if (principal.kind !== "token" || incidents === 0) return accept(null);
  const most = Math.min(principal.dailyIncidents ?? 0, limits.tokenIncidentsPerDay);
  const key = `token-incidents:${principal.tokenId}`;
  const { allowed, remaining } = await tx.of(rateCounterStore).consume(key, incidents, most, DAY, clock.now());
  return allowed ? accept(null) : refuse("TOKEN_LIMIT_REACHED", null, { left: remaining });
};
