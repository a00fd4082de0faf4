/** Why a code was not exchanged for an identity: the provider did not answer, or did, and would not (K4). */
import * as client from "openid-client";

/** The provider does not answer, or not as a provider would. */
export class ProviderUnreachableError extends Error {
  override readonly name = "ProviderUnreachableError";
}

/** What came back is no identity. */
export class SignInRefusedError extends Error {
  override readonly name = "SignInRefusedError";
  constructor(
    message: string,
    /** False where the portal is set up wrongly: that is no failed attempt of anybody's. */
    readonly isAttempt: boolean,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** openid-client's codes of answers that never came or are none of a provider's. */
const NO_ANSWER: ReadonlySet<unknown> = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
]);
const TROUBLE: ReadonlySet<string> = new Set(["server_error", "temporarily_unavailable"]);
/** What the token endpoint says of a code that is not good; everything else it says is about the portal. */
const BAD_CODE = "invalid_grant";

export const exchangeFailure = (error: unknown): ProviderUnreachableError | SignInRefusedError => {
  const cause = { cause: error };
  const message = error instanceof Error ? error.message : "the exchange failed";
  if (isNoAnswer(error)) return new ProviderUnreachableError(message, cause);
  const isAboutPortal = error instanceof client.ResponseBodyError && error.error !== BAD_CODE;
  return new SignInRefusedError(message, !isAboutPortal, cause);
};

const isNoAnswer = (error: unknown): boolean => {
  if (error instanceof client.AuthorizationResponseError) return TROUBLE.has(error.error);
  if (error instanceof client.ResponseBodyError) return error.status >= 500 || TROUBLE.has(error.error);
  if (error instanceof client.WWWAuthenticateChallengeError) return true;
  // What `fetch` itself throws.
  return error instanceof TypeError || NO_ANSWER.has((error as { code?: unknown } | null)?.code);
};
