/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { signedIn, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const identityPolicies = {
  roots: {
    // The object's own gate asks for the scope of its type.
    "Query.node": signedIn,
    "Query.nodes": signedIn,
    "Query.viewer": signedIn,
    "Mutation.completeProfile": withScope("requests:write"),
    "Mutation.confirmAddress": withScope("requests:write"),
    "Mutation.sendAddressConfirmation": withScope("requests:write"),
  },
  published: {
    Account: "id kind isGuest givenName familyName nameSource email isEmailProven claimedEmail roles profile",
    CompleteProfilePayload: "viewer userErrors",
    ConfirmAddressPayload: "viewer userErrors",
    Profile: "country timeZone language phone preferredContactMethod",
    ProfileDefaults: "country timeZone language",
    SendAddressConfirmationPayload: "isSent userErrors",
    Viewer:
      "account isProfileComplete profileDefaults staffRights scopes canPurchase canAddAgreement reauthenticatedAt noticePreferences",
  },
  refusals: {
    completeProfile: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID"],
    confirmAddress: ["INVITE_NOT_VALID"],
    sendAddressConfirmation: ["INPUT_INVALID"],
  },
  onceByNature: {
    completeProfile: "sets values",
    confirmAddress: "the link works once",
  },
} satisfies PolicyPart;
