/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, session, signedIn, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const identityPolicies = {
  roots: {
    // The object's own gate asks for the scope of its type.
    "Query.node": signedIn,
    "Query.nodes": signedIn,
    "Query.viewer": signedIn,
    "Mutation.createToken": session,
    "Mutation.revokeAllSessions": session,
    "Mutation.revokeSession": session,
    "Mutation.revokeToken": session,
    "Mutation.completeProfile": withScope("requests:write"),
    "Mutation.confirmAddress": withScope("requests:write"),
    "Mutation.sendAddressConfirmation": withScope("requests:write"),
  },
  published: {
    AccessToken: "id name scopes createdAt expiresAt lastUsedAt revokedAt",
    BrowserSession: "id createdAt authenticatedAt lastSeenAt expiresAt device network isCurrent",
    CreateTokenPayload: "secret token userErrors",
    RevokeAllSessionsPayload: "ended userErrors",
    RevokeSessionPayload: "ended userErrors",
    RevokeTokenPayload: "ended userErrors",
    Account: "id kind isGuest givenName familyName nameSource email isEmailProven claimedEmail roles profile",
    CompleteProfilePayload: "viewer userErrors",
    ConfirmAddressPayload: "viewer userErrors",
    Profile: "country timeZone language phone preferredContactMethod",
    ProfileDefaults: "country timeZone language",
    SendAddressConfirmationPayload: "isSent userErrors",
    Viewer:
      "account isProfileComplete profileDefaults staffRights scopes canPurchase canAddAgreement reauthenticatedAt noticePreferences sessions tokens",
    ...connection("AccessToken"),
    ...connection("BrowserSession"),
  },
  refusals: {
    completeProfile: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID"],
    confirmAddress: ["INVITE_NOT_VALID"],
    createToken: ["REAUTHENTICATION_REQUIRED", "INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID"],
    revokeAllSessions: [],
    revokeSession: [],
    revokeToken: [],
    sendAddressConfirmation: ["INPUT_INVALID"],
  },
  onceByNature: {
    completeProfile: "sets values",
    confirmAddress: "the link works once",
    revokeAllSessions: "what is ended stays ended",
    revokeSession: "what is ended stays ended",
    revokeToken: "what is ended stays ended",
  },
} satisfies PolicyPart;
