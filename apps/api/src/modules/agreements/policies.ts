/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, inSession, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const agreementsPolicies = {
  roots: {
    "Query.availablePlans": withScope("agreements:read"),
    "Query.judgedPlans": withScope("agreements:read"),
    "Query.myPlans": withScope("agreements:read"),
    "Query.plan": withScope("agreements:read"),
    "Query.unavailablePlans": withScope("agreements:read"),
    "Mutation.addAgreement": withScope("agreements:write"),
    "Mutation.removeAgreement": withScope("agreements:write"),
    "Mutation.redeemActivationLink": withScope("agreements:write"),
    "Mutation.revealAgreement": inSession("a whole pair of IDs passes the agreement on"),
  },
  published: {
    RedeemActivationLinkPayload: "plan isUsableFrom userErrors",
    AddAgreementPayload: "plan isUsableFrom userErrors",
    AgreementAlreadyRegisteredError: "code message path remedy plan",
    AvailablePlan: "plan checks",
    JudgedPlan: "isAvailable plan reasons checks",
    LedgerEntry: "id createdAt updatedAt kind incidents balanceAfter on isOwn actorName request requestNumber reason",
    PlanUnavailableError: "code message path remedy plan reasons",
    Remedy: "kind message productVersion planId on articleId portal",
    RemoveAgreementPayload: "removedPlanId userErrors",
    RevealAgreementPayload: "accessId agreementId userErrors",
    RuleCheck: "code passed explanation",
    SupportPlan:
      "id createdAt updatedAt programme state startsOn endsOn endsAt timeZone daysLeft incidentsTotal incidentsRemaining accessIdEnding agreementIdEnding registeredAt isShared ledger externalReference metadata",
    UnavailabilityReason: "code number message phase remedies",
    UnavailablePlan: "plan reasons checks",
    ...connection("JudgedPlan"),
    ...connection("LedgerEntry"),
    ...connection("SupportPlan"),
  },
  refusals: {
    redeemActivationLink: [
      "ACCOUNT_KIND_NOT_ALLOWED",
      "PROFILE_INCOMPLETE",
      "INVITE_NOT_VALID",
      "AGREEMENT_ALREADY_REGISTERED",
      "ACTIVATION_WINDOW_OVER",
    ],
    addAgreement: [
      "ACCOUNT_KIND_NOT_ALLOWED",
      "PROFILE_INCOMPLETE",
      "AGREEMENT_NOT_ACCEPTED",
      "AGREEMENT_ALREADY_REGISTERED",
      "ACTIVATION_WINDOW_OVER",
    ],
    removeAgreement: [],
    revealAgreement: ["REAUTHENTICATION_REQUIRED"],
  },
  onceByNature: {
    revealAgreement: "shows what is there; each look is a line of the audit record, as it should be",
  },
} satisfies PolicyPart;
