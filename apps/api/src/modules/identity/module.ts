/** Identity: accounts, sign-in, sessions, tokens (R49). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import { MINUTE } from "@accord/domain";
import type { ApiModule } from "../../kernel/module.js";
import { identityObjects } from "./objects.js";
import { identityPolicies } from "./policies.js";
import { registerDemoLine } from "./sign-in/demo-line.js";
import { signIn } from "./sign-in/identity.js";
import { addressConfirmationStore } from "./storage/address-confirmation.store.js";
import { oidcModelStore } from "./storage/oidc-model.store.js";
import { sessionStore } from "./storage/session.store.js";
import { subjectIdentityStore } from "./storage/subject-identity.store.js";
import { identityStorage } from "./storage/tables.js";

export const identity = {
  ...identityPolicies,
  ...identityObjects,
  storage: identityStorage,
  schema: async () => (await import("./graphql.js")).identitySchema,
  routes: (app, { config, of }) => {
    if (config.isDemoShown) registerDemoLine(app);
    of(signIn).register(app);
  },
  sweeps: [
    { within: (tx, at, limits) => tx.of(sessionStore).deleteExpired(at, limits.sessionIdleMinutes * MINUTE) },
    { within: (tx, at) => tx.of(oidcModelStore).deleteExpired(at) },
    { within: (tx, at) => tx.of(addressConfirmationStore).forgetEndedTokens(at) },
  ],
  erased: [(tx, { accountId }, at) => tx.of(subjectIdentityStore).forget(accountId, at)],
  restored: [
    (tx) => tx.of(sessionStore).deleteAll(),
    (tx) => tx.of(oidcModelStore).deleteAll(),
    (tx, at) => tx.of(addressConfirmationStore).endAll(at),
  ],
} satisfies ApiModule;

export { sessionsOf, tokensOf } from "./access/access.fields.js";
export { countMoved } from "./access/daily-incidents.js";
export { accountLoader } from "./account/loaders.js";
export { addressFollower, type FollowAddress } from "./sign-in/address-follower.js";
export type { Authenticate } from "./sign-in/authenticate.js";
export { createToken } from "./sign-in/create-token.js";
export { createIdentity, type IdentityAdapter, signIn } from "./sign-in/identity.js";
export { say } from "./sign-in/messages/index.js";
export {
  activationUrl,
  confirmationUrl,
  invitationUrl,
  newToken,
  type OneTimeToken,
  tokenHash,
} from "./sign-in/one-time-token.js";
export { claimsOf, loadPersonas, personaPartnerTenants } from "./sign-in/personas.js";
export { safeReturnTo } from "./sign-in/return-to.js";
export { accountStore, type IdentityFacts } from "./storage/account.store.js";
export { orAddress, personFoundBy } from "./storage/account-row.js";
export { addressConfirmationStore } from "./storage/address-confirmation.store.js";
export { oidcModelStore } from "./storage/oidc-model.store.js";
export { partnerTenantStore } from "./storage/partner-tenant.store.js";
export { type Session, sessionStore } from "./storage/session.store.js";
export { type AccessToken, tokenStore } from "./storage/token.store.js";
