/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, inSession, signedIn, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

/** What is stolen must not renew itself, nor shut its owner out. */
const ACCESS = inSession("no token makes access, or ends it");

export const identityPolicies = {
  roots: {
    // The object's own gate asks for the scope of its type.
    "Query.node": signedIn,
    "Query.nodes": signedIn,
    "Query.viewer": signedIn,
    "Mutation.createToken": ACCESS,
    "Mutation.revokeAllSessions": ACCESS,
    "Mutation.revokeSession": ACCESS,
    "Mutation.revokeToken": ACCESS,
    "Mutation.completeProfile": withScope("requests:write"),
    "Mutation.completeAddressConfirmation": withScope("requests:write"),
    "Mutation.startAddressConfirmation": withScope("requests:write"),
  },
  published: {
    AccessToken: "id name scopes dailyIncidents createdAt updatedAt expiresAt lastUsedAt revokedAt",
    BrowserSession: "id createdAt updatedAt authenticatedAt lastSeenAt expiresAt device network isCurrent",
    CreateTokenPayload: "secret token userErrors",
    RevokeAllSessionsPayload: "ended userErrors",
    RevokeSessionPayload: "ended userErrors",
    RevokeTokenPayload: "ended userErrors",
    Account:
      "id createdAt updatedAt kind isGuest givenName familyName nameSource email isEmailProven claimedEmail roles profile",
    CompleteProfilePayload: "viewer userErrors",
    CompleteAddressConfirmationPayload: "viewer userErrors",
    Profile: "country timeZone language phone preferredContactMethod",
    ProfileDefaults: "country timeZone language",
    StartAddressConfirmationPayload: "isSent userErrors",
    Viewer:
      "account isProfileComplete profileDefaults staffRights scopes canPurchase canAddAgreement reauthenticatedAt noticePreferences sessions tokens",
    ...connection("AccessToken"),
    ...connection("BrowserSession"),
  },
  refusals: {
    completeProfile: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID"],
    completeAddressConfirmation: ["INVITE_NOT_VALID"],
    createToken: ["REAUTHENTICATION_REQUIRED", "INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID"],
    revokeAllSessions: [],
    revokeSession: [],
    revokeToken: [],
    startAddressConfirmation: ["INPUT_INVALID"],
  },
  onceByNature: {
    completeProfile: "sets values",
    completeAddressConfirmation: "the link works once",
    revokeAllSessions: "what is ended stays ended",
    revokeSession: "what is ended stays ended",
    revokeToken: "what is ended stays ended",
  },
} satisfies PolicyPart;
