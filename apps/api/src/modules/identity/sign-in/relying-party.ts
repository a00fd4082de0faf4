/** The portal's side of OpenID Connect: one code path for the embedded provider and any outside issuer (code flow, PKCE, state, nonce). */
import type { IdentityClaims } from "@accord/domain";
import * as client from "openid-client";
import { exchangeFailure, ProviderUnreachableError } from "./exchange-failure.js";

export interface RelyingPartyOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly redirectUri: string;
  /** In-process transport to the embedded provider; the network otherwise. */
  readonly fetch?: client.CustomFetch;
  /** Lets plain http through: the embedded provider and local test issuers. */
  readonly isHttpAllowed: boolean;
}

export interface SignInRequest {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly prompt?: "login" | "select_account";
  readonly kind?: "personal" | "work";
  /** Language of the provider's pages, when the person said one. */
  readonly language?: string;
}

export interface SignInResult {
  readonly claims: IdentityClaims;
  /** Seconds since the person was really seen, or null when the provider does not say. */
  readonly authenticationAge: number | null;
  /** Kept for signing out at the provider. */
  readonly idToken: string | null;
}

export interface RelyingParty {
  /** Where to send the browser. Throws ProviderUnreachableError. */
  authorizationUrl(request: SignInRequest): Promise<URL>;
  /**
   * Exchanges the code and checks everything about the ID token.
   * Throws SignInRefusedError when anything does not fit, ProviderUnreachableError when that is not known.
   */
  exchange(callback: URL, request: Pick<SignInRequest, "state" | "nonce" | "verifier">): Promise<SignInResult>;
  /** Where the provider ends its own session, or null when it has no such page. */
  endSessionUrl(returnTo: string, idToken: string | null): Promise<URL | null>;
}

const SCOPE = "openid profile email";
/** For each call of the provider. */
const ANSWER_SECONDS = 5;

export const createRelyingParty = (options: RelyingPartyOptions): RelyingParty => {
  const configuration = lazily(() => discover(options));
  return {
    authorizationUrl: async (request) =>
      client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: options.redirectUri,
        scope: SCOPE,
        state: request.state,
        nonce: request.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(request.verifier),
        code_challenge_method: "S256",
        ...(request.prompt === undefined ? {} : { prompt: request.prompt }),
        ...(request.kind === undefined
          ? {}
          : { domain_hint: request.kind === "personal" ? "consumers" : "organizations" }),
        ...(request.language === undefined ? {} : { ui_locales: request.language }),
      }),
    exchange: async (callback, request) => {
      const known = await configuration();
      return exchange(known, callback, request).catch((error: unknown) => {
        throw exchangeFailure(error);
      });
    },
    endSessionUrl: async (returnTo, idToken) => {
      const known = await configuration();
      if (known.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(known, {
        post_logout_redirect_uri: returnTo,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    },
  };
};

const exchange = async (
  known: client.Configuration,
  callback: URL,
  request: Parameters<RelyingParty["exchange"]>[1],
): Promise<SignInResult> => {
  const tokens = await client.authorizationCodeGrant(known, callback, {
    pkceCodeVerifier: request.verifier,
    expectedState: request.state,
    expectedNonce: request.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("the provider sent no ID token");
  const profile =
    claims.email === undefined && known.serverMetadata().userinfo_endpoint !== undefined
      ? await client.fetchUserInfo(known, tokens.access_token, claims.sub)
      : {};
  const age = typeof claims.auth_time === "number" ? Math.max(0, claims.iat - claims.auth_time) : null;
  return { claims: { ...profile, ...claims }, authenticationAge: age, idToken: tokens.id_token ?? null };
};

const discover = async (options: RelyingPartyOptions): Promise<client.Configuration> => {
  try {
    return await client.discovery(
      new URL(options.issuer),
      options.clientId,
      options.clientSecret ?? undefined,
      undefined,
      {
        timeout: ANSWER_SECONDS,
        // The signature of the ID token is checked although it comes over TLS: an unsigned or swapped one is refused.
        execute: [client.enableNonRepudiationChecks, ...(options.isHttpAllowed ? [client.allowInsecureRequests] : [])],
        ...(options.fetch === undefined ? {} : { [client.customFetch]: options.fetch }),
      },
    );
  } catch (error) {
    throw new ProviderUnreachableError(`the identity provider ${options.issuer} does not answer as expected`, {
      cause: error,
    });
  }
};

/** Made at the first use and kept; a failure is not kept, so that the next sign-in tries again. */
const lazily = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let kept: Promise<Value> | null = null;
  return () => {
    kept ??= make().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
};
