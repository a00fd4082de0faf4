/** Every table: what TypeORM is told, and what the drift test compares with the migrations. */
import { accessAskTable } from "./access-ask.table.js";
import { accountTable } from "./account.table.js";
import { accountIdentityTable } from "./account-identity.table.js";
import { accountRoleTable } from "./account-role.table.js";
import { activationLinkTable } from "./activation-link.table.js";
import { addressConfirmationTable } from "./address-confirmation.table.js";
import { agreementImportTable } from "./agreement-import.table.js";
import { agreementImportRowTable } from "./agreement-import-row.table.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import { agreementRecipientTable } from "./agreement-recipient.table.js";
import { attachmentTable } from "./attachment.table.js";
import { auditTable } from "./audit.table.js";
import { auditDetailTable } from "./audit-detail.table.js";
import { cannedReplyTable } from "./canned-reply.table.js";
import { cardSetupTable } from "./card-setup.table.js";
import { catalogueDocumentTable } from "./catalogue-document.table.js";
import { draftTable } from "./draft.table.js";
import { draftHandoverTable } from "./draft-handover.table.js";
import { entitlementLedgerTable } from "./entitlement-ledger.table.js";
import { idempotencyTable } from "./idempotency.table.js";
import { invitationTable } from "./invitation.table.js";
import { mailTroubleTable } from "./mail-trouble.table.js";
import { noticeTable } from "./notice.table.js";
import { noticePreferenceTable } from "./notice-preference.table.js";
import { oidcModelTable } from "./oidc-model.table.js";
import { outboxTable } from "./outbox.table.js";
import { packInForceTable, packSetTable, packTable, packUploadTable } from "./pack.table.js";
import { partnerTenantTable } from "./partner-tenant.table.js";
import { paymentCustomerTable } from "./payment-customer.table.js";
import { paymentMethodTable } from "./payment-method.table.js";
import { planTable } from "./plan.table.js";
import { planActivationTable } from "./plan-activation.table.js";
import { purchaseTable } from "./purchase.table.js";
import { rateCounterTable } from "./rate-counter.table.js";
import { receiptCountTable } from "./receipt-count.table.js";
import { refusalCountTable } from "./refusal-count.table.js";
import { registrationTable } from "./registration.table.js";
import { requestContactTable } from "./request-contact.table.js";
import { requestFollowingTable } from "./request-following.table.js";
import { requestPauseTable } from "./request-pause.table.js";
import { routingRowTable } from "./routing-row.table.js";
import { savedViewTable } from "./saved-view.table.js";
import { sessionTable } from "./session.table.js";
import { splitProposalTable } from "./split-proposal.table.js";
import { supportRequestTable } from "./support-request.table.js";
import { sweepTable } from "./sweep.table.js";
import { teamTable } from "./team.table.js";
import { teamMemberTable } from "./team-member.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";
import { tokenTable } from "./token.table.js";
import { txGuardTable } from "./tx-guard.table.js";
import { webhookEventTable } from "./webhook-event.table.js";

export const ALL_TABLES = [
  accessAskTable,
  accountTable,
  accountIdentityTable,
  accountRoleTable,
  activationLinkTable,
  addressConfirmationTable,
  agreementImportTable,
  agreementImportRowTable,
  agreementPairTable,
  agreementRecipientTable,
  attachmentTable,
  auditTable,
  auditDetailTable,
  cannedReplyTable,
  catalogueDocumentTable,
  draftTable,
  draftHandoverTable,
  entitlementLedgerTable,
  idempotencyTable,
  invitationTable,
  mailTroubleTable,
  noticeTable,
  noticePreferenceTable,
  oidcModelTable,
  outboxTable,
  packTable,
  packInForceTable,
  packSetTable,
  refusalCountTable,
  packUploadTable,
  partnerTenantTable,
  planTable,
  planActivationTable,
  rateCounterTable,
  registrationTable,
  requestContactTable,
  requestPauseTable,
  requestFollowingTable,
  routingRowTable,
  savedViewTable,
  sessionTable,
  splitProposalTable,
  supportRequestTable,
  sweepTable,
  teamTable,
  teamMemberTable,
  timelineEntryTable,
  tokenTable,
  txGuardTable,
  cardSetupTable,
  paymentCustomerTable,
  paymentMethodTable,
  purchaseTable,
  receiptCountTable,
  webhookEventTable,
];
