/** The embedded OpenID Connect provider at /idp: a certified server whose people are one click away (decision: no password of our own). */

import type { IncomingHttpHeaders } from "node:http";
import { HOUR, SECOND } from "@accord/domain";
import { errors, interactionPolicy, Provider } from "oidc-provider";
import { languageFor } from "../../../kernel/text/language.js";
import { withDemoLine } from "./demo-line.js";
import type { People } from "./people.js";
import { claimsOf } from "./personas.js";
import type { createProviderAdapter } from "./provider-adapter.js";
import { PORTAL_CLIENT, PROVIDER_PATH } from "./provider-path.js";
import { renderSignInProblem } from "./sign-in-problem.js";

export interface EmbeddedProviderOptions {
  readonly publicOrigin: string;
  readonly jwks: { readonly keys: readonly object[] };
  readonly cookieKeys: readonly string[];
  readonly clientSecret: string;
  readonly people: People;
  readonly adapter: ReturnType<typeof createProviderAdapter>;
  readonly onError: (error: Error) => void;
  /** Whether pages say that this is a demonstration. */
  readonly isDemoShown: boolean;
}

const SCOPES = "openid profile email";
/** The provider counts in seconds. */
const ONE_HOUR = HOUR / SECOND;

export const createEmbeddedProvider = (options: EmbeddedProviderOptions): Provider => {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);
  const provider: Provider = new Provider(`${options.publicOrigin}${PROVIDER_PATH}`, {
    adapter: options.adapter,
    jwks: options.jwks,
    clients: [portalClient(options)],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    scopes: SCOPES.split(" "),
    claims: {
      openid: ["sub", "tid", "oid", "ver", "acct", "idp", "xms_edov"],
      profile: ["name", "given_name", "family_name", "preferred_username"],
      email: ["email"],
    },
    // Microsoft's platform puts the claims into the ID token; so does this one.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ["code"],
    extraParams: ["domain_hint"],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    cookies: {
      keys: [...options.cookieKeys],
      names: { session: "idp_session", interaction: "idp_interaction", resume: "idp_resume" },
      long: { signed: true, httpOnly: true, sameSite: "lax", path: "/" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    ttl: {
      AccessToken: ONE_HOUR,
      AuthorizationCode: 60,
      Grant: 12 * ONE_HOUR,
      IdToken: ONE_HOUR,
      Interaction: ONE_HOUR,
      Session: 12 * ONE_HOUR,
    },
    interactions: {
      policy,
      url: (_context: unknown, interaction: { uid: string }) => `${PROVIDER_PATH}/interaction/${interaction.uid}`,
    },
    findAccount: async (_context: unknown, id: string) => {
      const person = await options.people.byId(id);
      return person === null ? undefined : { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) };
    },
    // The portal is the provider's own client: nobody is asked for a consent.
    loadExistingGrant: async (context: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
    renderError: options.isDemoShown ? renderDemoError : renderProviderError,
  });
  provider.proxy = true;
  provider.on("server_error", (_context, error) => options.onError(error));
  provider.context.onerror = answerUncaught(options.onError);
  return provider;
};

const portalClient = ({ publicOrigin, clientSecret }: EmbeddedProviderOptions): object => ({
  client_id: PORTAL_CLIENT,
  client_secret: clientSecret,
  redirect_uris: [`${publicOrigin}/auth/callback`],
  response_types: ["code"],
  grant_types: ["authorization_code"],
  token_endpoint_auth_method: "client_secret_basic",
  require_auth_time: true,
});

interface ErrorContext {
  readonly req: { readonly headers: IncomingHttpHeaders };
  type: string;
  body: unknown;
}

const renderProviderError = (context: ErrorContext, _out: unknown, error: Error): void => {
  context.type = "html";
  context.body = renderSignInProblem(
    languageFor(context.req.headers, null),
    error instanceof errors.SessionNotFound ? "expired" : "failed",
  );
};

const renderDemoError = (context: ErrorContext, out: unknown, error: Error): void => {
  renderProviderError(context, out, error);
  context.body = withDemoLine(String(context.body));
};

/** Koa's own handler would take every header off, the security headers too. */
const answerUncaught = (onError: (error: Error) => void) =>
  function answer(this: { readonly res: import("node:http").ServerResponse }, error: Error | null | undefined): void {
    if (error === null || error === undefined) return;
    onError(error);
    if (this.res.headersSent) {
      this.res.destroy();
      return;
    }
    this.res.statusCode = 500;
    this.res.setHeader("content-type", "application/json; charset=utf-8");
    this.res.end(JSON.stringify({ error: { code: "INTERNAL_SERVER_ERROR" } }));
  };
