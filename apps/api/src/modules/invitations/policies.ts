/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const invitationsPolicies = {
  roots: {
    "Mutation.createAccessAsk": withScope("requests:write"),
    "Mutation.createInvitation": withScope("requests:write"),
    "Mutation.decideAccessAsk": withScope("requests:write"),
    "Mutation.redeemInvitation": withScope("requests:write"),
    "Mutation.removeContact": withScope("requests:write"),
    "Mutation.shareRequest": withScope("requests:write"),
  },
  published: {
    CreateAccessAskPayload: "isAsked userErrors",
    CreateInvitationPayload: "invitation request userErrors",
    DecideAccessAskPayload: "request userErrors",
    RedeemInvitationPayload: "request userErrors",
    RemoveContactPayload: "request userErrors",
    ShareRequestPayload: "request addedContacts invitations userErrors",
  },
  refusals: {
    createAccessAsk: ["INPUT_INVALID"],
    createInvitation: ["INPUT_INVALID"],
    decideAccessAsk: ["INPUT_INVALID", "CHANGED_MEANWHILE", "CONTACT_LIMIT_REACHED"],
    redeemInvitation: ["INVITE_NOT_VALID"],
    removeContact: ["CONTACT_REMOVAL_NOT_ALLOWED", "PRIMARY_CONTACT_REQUIRED"],
    shareRequest: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID", "CONTACT_LIMIT_REACHED"],
  },
} satisfies PolicyPart;
