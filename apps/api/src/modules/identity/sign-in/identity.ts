/** Puts the sign-in together: the embedded provider or an outside issuer, one relying party, sessions and tokens. */

import { createHmac } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { CustomFetch } from "openid-client";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { registerPageStyles } from "../../../kernel/http/page.js";
import type { Keys } from "../../../kernel/keys/keys.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { given } from "../../../kernel/service.js";
import type { FollowAddress } from "./address-follower.js";
import { type AuthOptions, registerAuthRoutes } from "./auth-routes.js";
import { type Authenticate, createAuthenticate } from "./authenticate.js";
import { type Cookies, createCookies } from "./cookies.js";
import { createPeople } from "./people.js";
import { loadPersonas } from "./personas.js";
import { createProviderAdapter } from "./provider-adapter.js";
import { PORTAL_CLIENT, PROVIDER_PATH } from "./provider-path.js";
import { type LoadProvider, registerProviderRoutes } from "./provider-routes.js";
import { createRelyingParty } from "./relying-party.js";
import { registerSignOutRoutes } from "./sign-out-routes.js";
import { createTransactionSeal } from "./transaction.js";
import { createVisitorLanguage, type VisitorLanguage } from "./visitor-language.js";

interface IdentitySettings {
  readonly publicOrigin: string;
  /** null: the embedded provider with personas. */
  readonly oidc: OidcSettings | null;
  readonly isProduction: boolean;
  readonly isDemoShown: boolean;
  readonly limits: Limits;
}

interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

export interface IdentityOptions {
  readonly config: IdentitySettings;
  readonly clock: Clock;
  readonly db: Database;
  readonly keys: Keys;
  readonly followAddress: FollowAddress;
  readonly log: { error(fields: object, message: string): void };
}

export interface IdentityAdapter {
  readonly authenticate: Authenticate;
  /** The same without counting as use. */
  readonly recognise: Authenticate;
  readonly cookies: Cookies;
  /** Which language a browser is spoken to in. */
  readonly visitor: VisitorLanguage;
  /** Adds /auth/* and, with the embedded provider, /idp/*. */
  register(app: FastifyInstance): void;
}

/** The sign-in of this program. */
export const signIn = given<IdentityAdapter>("sign-in");

export const createIdentity = (options: IdentityOptions): IdentityAdapter => {
  const { config, clock, db, keys, log } = options;
  const cookies = createCookies(config.publicOrigin);
  const onTouchFailure = (error: unknown): void => log.error({ err: error }, "time of last use not written");
  const recognising = { db, cookies, clock, limits: config.limits, onTouchFailure };
  const authenticate = createAuthenticate(recognising);
  const recognise = createAuthenticate({ ...recognising, isQuiet: true });
  const visitor = createVisitorLanguage(recognise, (error) =>
    log.error({ err: error }, "whose browser it is could not be asked"),
  );
  const common = {
    visitor,
    publicOrigin: config.publicOrigin,
    clock,
    limits: config.limits,
    cookies,
    db,
    followAddress: options.followAddress,
    seal: createTransactionSeal(keys.cookieKey, keys.olderCookieKeys),
  };
  const register = (app: FastifyInstance): void => {
    const auth =
      config.oidc === null
        ? withEmbeddedProvider(app, options, common)
        : withOutsideIssuer(config, config.oidc, common);
    registerPageStyles(app);
    registerAuthRoutes(app, auth);
    registerSignOutRoutes(app, auth);
  };
  return { authenticate, recognise, cookies, visitor, register };
};

type CommonOptions = Omit<AuthOptions, "relyingParty" | "personaTenants" | "endProviderSession">;

const redirectUri = (publicOrigin: string): string => `${publicOrigin}/auth/callback`;

const withOutsideIssuer = (config: IdentitySettings, oidc: OidcSettings, common: CommonOptions): AuthOptions => ({
  ...common,
  relyingParty: createRelyingParty({
    ...oidc,
    redirectUri: redirectUri(config.publicOrigin),
    isHttpAllowed: !config.isProduction,
  }),
  personaTenants: [],
  endProviderSession: async () => {},
});

const withEmbeddedProvider = (
  app: FastifyInstance,
  { config, clock, db, keys, log }: IdentityOptions,
  common: CommonOptions,
): AuthOptions => {
  const personas = loadPersonas();
  const people = createPeople(personas, db);
  const clientSecret = createHmac("sha256", keys.cookieKey).update("portal client").digest("base64url");
  const load = async (): ReturnType<LoadProvider> => {
    const { createEmbeddedProvider } = await import("./embedded-provider.js");
    return createEmbeddedProvider({
      publicOrigin: config.publicOrigin,
      jwks: keys.providerJwks,
      cookieKeys: [keys.cookieKey, ...keys.olderCookieKeys],
      clientSecret,
      people,
      adapter: createProviderAdapter(db, clock),
      onError: (error) => log.error({ err: error }, "embedded provider"),
      isDemoShown: config.isDemoShown,
    });
  };
  let loaded: ReturnType<LoadProvider> | null = null;
  const provider: LoadProvider = () => {
    loaded ??= load();
    return loaded;
  };
  // The first sign-in finds it there; the port does not wait for it.
  app.addHook(
    "onListen",
    () => void provider().catch((error: unknown) => log.error({ err: error }, "embedded provider")),
  );
  registerProviderRoutes(app, provider, people, config.publicOrigin);
  return {
    ...common,
    relyingParty: createRelyingParty({
      issuer: `${config.publicOrigin}${PROVIDER_PATH}`,
      clientId: PORTAL_CLIENT,
      clientSecret,
      redirectUri: redirectUri(config.publicOrigin),
      isHttpAllowed: config.publicOrigin.startsWith("http:"),
      fetch: inProcess(app),
    }),
    personaTenants: personas.filter((persona) => persona.kind === "partner").map((persona) => persona.tenantId),
    endProviderSession: async (request, reply) => {
      const idp = await provider();
      const session = await idp.Session.get(idp.createContext(request.raw, reply.raw));
      if (session.accountId !== undefined) await session.destroy();
    },
  };
};

/** The portal talks to its own provider without the network: the public origin need not resolve on this machine. */
const inProcess =
  (app: FastifyInstance): CustomFetch =>
  async (url, { method, headers, body }) => {
    const { pathname, search } = new URL(url);
    const payload = body === undefined || body === null ? undefined : String(body);
    const answer = await app.inject({
      method: method as "GET" | "POST",
      url: pathname + search,
      headers: { ...headers },
      payload,
    });
    const names = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return new Response(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: names,
    });
  };
