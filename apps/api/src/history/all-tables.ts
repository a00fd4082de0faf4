/** Every table: what TypeORM is told, and what the drift test compares with the migrations. */
import { accessAskTable } from "../modules/invitations/storage/access-ask.table.js";
import { accountTable } from "../modules/identity/storage/account.table.js";
import { accountIdentityTable } from "../modules/identity/storage/account-identity.table.js";
import { accountRoleTable } from "../modules/identity/storage/account-role.table.js";
import { activationLinkTable } from "../modules/agreements/storage/activation-link.table.js";
import { addressConfirmationTable } from "../modules/identity/storage/address-confirmation.table.js";
import { agreementImportTable } from "../modules/administration/storage/agreement-import.table.js";
import { agreementImportRowTable } from "../modules/administration/storage/agreement-import-row.table.js";
import { agreementPairTable } from "../modules/agreements/storage/agreement-pair.table.js";
import { agreementRecipientTable } from "../modules/agreements/storage/agreement-recipient.table.js";
import { attachmentTable } from "../modules/files/storage/attachment.table.js";
import { auditTable } from "../kernel/audit/audit.table.js";
import { auditDetailTable } from "../kernel/audit/audit-detail.table.js";
import { cannedReplyTable } from "../modules/desk/storage/canned-reply.table.js";
import { cardSetupTable } from "../modules/purchases/storage/card-setup.table.js";
import { catalogueDocumentTable } from "../modules/catalogue/storage/catalogue-document.table.js";
import { draftTable } from "../modules/drafts/storage/draft.table.js";
import { draftHandoverTable } from "../modules/drafts/storage/draft-handover.table.js";
import { entitlementLedgerTable } from "../modules/agreements/storage/entitlement-ledger.table.js";
import { idempotencyTable } from "../kernel/graphql/idempotency.table.js";
import { invitationTable } from "../modules/invitations/storage/invitation.table.js";
import { mailTroubleTable } from "../modules/requests/storage/mail-trouble.table.js";
import { noticeTable } from "../modules/notices/storage/notice.table.js";
import { noticePreferenceTable } from "../modules/notices/storage/notice-preference.table.js";
import { oidcModelTable } from "../modules/identity/storage/oidc-model.table.js";
import { outboxTable } from "../kernel/jobs/outbox.table.js";
import { packInForceTable, packSetTable, packTable, packUploadTable } from "../modules/packs/storage/pack.table.js";
import { partnerTenantTable } from "../modules/identity/storage/partner-tenant.table.js";
import { paymentCustomerTable } from "../modules/purchases/storage/payment-customer.table.js";
import { paymentMethodTable } from "../modules/purchases/storage/payment-method.table.js";
import { planTable } from "../modules/agreements/storage/plan.table.js";
import { planActivationTable } from "../modules/agreements/storage/plan-activation.table.js";
import { purchaseTable } from "../modules/purchases/storage/purchase.table.js";
import { rateCounterTable } from "../kernel/limits/rate-counter.table.js";
import { receiptCountTable } from "../modules/purchases/storage/receipt-count.table.js";
import { refusalCountTable } from "../modules/administration/storage/refusal-count.table.js";
import { registrationTable } from "../modules/agreements/storage/registration.table.js";
import { requestContactTable } from "../modules/requests/storage/request-contact.table.js";
import { requestFollowingTable } from "../modules/requests/storage/request-following.table.js";
import { requestPauseTable } from "../modules/requests/storage/request-pause.table.js";
import { routingRowTable } from "../modules/teams/storage/routing-row.table.js";
import { savedViewTable } from "../modules/desk/storage/saved-view.table.js";
import { sessionTable } from "../modules/identity/storage/session.table.js";
import { splitProposalTable } from "../modules/requests/storage/split-proposal.table.js";
import { supportRequestTable } from "../modules/requests/storage/support-request.table.js";
import { sweepTable } from "../kernel/jobs/sweep.table.js";
import { teamTable } from "../modules/teams/storage/team.table.js";
import { teamMemberTable } from "../modules/teams/storage/team-member.table.js";
import { timelineEntryTable } from "../modules/requests/storage/timeline-entry.table.js";
import { tokenTable } from "../modules/identity/storage/token.table.js";
import { txGuardTable } from "../kernel/db/tx-guard.table.js";
import { webhookEventTable } from "../modules/purchases/storage/webhook-event.table.js";

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
