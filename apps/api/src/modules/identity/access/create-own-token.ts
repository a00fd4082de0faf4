/** A token for one's own programs: after a fresh sign-in, told once, and told of by mail (F74). */
import {
  accept,
  DAY,
  decideToken,
  MINUTE,
  type Result,
  refuse,
  staffRightsOf,
  type TextRefusalCode,
  type TokenInput,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import { newAccessToken } from "../sign-in/access-token.js";
import { addToken } from "../sign-in/create-token.js";
import { type AccessToken, tokenStore } from "../storage/token.store.js";

interface Made {
  readonly token: AccessToken;
  /** Null where its key was used before: what was told once is told no more. */
  readonly secret: string | null;
}

/** @throws RequestError FORBIDDEN for a token, RATE_LIMITED past `tokensPerDay` */
export const createOwnToken = async (
  context: RequestContext,
  input: TokenInput & { readonly idempotencyKey?: string | null },
): Promise<Result<Made, TextRefusalCode | "REAUTHENTICATION_REQUIRED">> => {
  const { principal, limits, db } = context;
  if (principal.kind !== "session") throw new RequestError("FORBIDDEN");
  const at = context.clock.now();
  if (at - principal.authenticatedAt > limits.reauthenticationMinutes * MINUTE)
    return refuse("REAUTHENTICATION_REQUIRED");
  const decided = decideToken(input, {
    mostDays: limits.tokenDays,
    mostStaffDays: limits.staffTokenDays,
    mostDailyIncidents: limits.tokenIncidentsPerDay,
    rights: staffRightsOf(accountOf(context).roles),
  });
  if (!decided.ok) return decided;
  const { name, scopes, expiresInDays, dailyIncidents } = decided.value;
  const accountId = accountOf(context).id;
  const { token: secret, hash } = newAccessToken();
  let isRepeated = true;
  const { id } = await db.transaction("create own token", (tx) =>
    once(tx, commandOf(context, "createToken", input), async () => {
      isRepeated = false;
      const counted = await tx
        .of(rateCounterStore)
        .consume(`create-token:${accountId}`, 1, limits.tokensPerDay, DAY, at);
      if (!counted.allowed) throw new RequestError("RATE_LIMITED", { retryAfterMs: counted.retryAfterMs });
      const expiresAt = at + expiresInDays * DAY;
      return addToken(tx, { accountId, actorId: accountId, name, scopes, dailyIncidents, hash, at, expiresAt });
    }),
  );
  const token = await db.read.of(tokenStore).byId(id);
  if (token === null) throw new RequestError("NOT_FOUND");
  return accept({ token, secret: isRepeated ? null : secret });
};
