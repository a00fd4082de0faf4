/** Who may ask what administration asks, and the published fields of its types (F56-F60, F82): by the matrix of the domain. */
import { connection, type RootPolicy, staff } from "./root-policy.js";

export const ADMINISTRATION_ROOTS: Readonly<Record<string, RootPolicy>> = {
  "Mutation.adjustIncidents": staff("MANAGE_AGREEMENTS"),
  "Mutation.createActivationLink": staff("MANAGE_AGREEMENTS"),
  "Mutation.extendAgreement": staff("MANAGE_AGREEMENTS"),
  "Mutation.issueAgreements": staff("MANAGE_AGREEMENTS"),
  "Mutation.revokeAgreement": staff("MANAGE_AGREEMENTS"),
  "Mutation.rotatePair": staff("MANAGE_AGREEMENTS"),
  "Query.managedAgreement": staff("READ_AGREEMENTS"),
  "Query.managedAgreements": staff("READ_AGREEMENTS"),
};

/** Everything below a guarded root; nothing of it belongs to one account alone. */
export const ADMINISTRATION_FIELDS: Readonly<Record<string, string>> = {
  AccountSummary: "id name email kind",
  ActivationLink: "url expiresAt",
  AgreementActivation: "state createdAt expiresAt usedAt usedBy",
  AgreementHolder: "account registeredAt incidentsUsed",
  AgreementRecipient: "name email language",
  AgreementUsage: "requestCount incidentsUsed lastUsedAt",
  CreateActivationLinkPayload: "activation agreement userErrors",
  IssueAgreementsPayload: "issued userErrors",
  IssuedAgreement: "planId accessId agreementId endsOn activation letterUrl",
  ManagedAgreement:
    "id programme state startsOn endsOn timeZone daysLeft incidentsTotal incidentsRemaining accessIdEnding agreementIdEnding createdAt revokedAt recipient activation holders usage letterUrl ledger",
  ManagedAgreementPayload: "agreement userErrors",
  ManagedLedgerEntry: "id kind incidents balanceAfter at actor requestNumber reason",
  RotatePairPayload: "accessId agreementId agreement userErrors",
  ...connection("ManagedAgreement"),
  ...connection("ManagedLedgerEntry"),
};
