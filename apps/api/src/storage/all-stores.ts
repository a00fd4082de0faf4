/** All stores over one connection. */
import type { ReadStores, WriteStores } from "./database.js";
import { onceFor } from "./storage-part.js";
import type { StoreContext, WriteContext } from "./store-context.js";
import { createAccessAskReads, createAccessAskWrites } from "./stores/access-ask.store.js";
import { createAccountReads, createAccountWrites } from "./stores/account.store.js";
import { createActivationReads, createActivationWrites } from "./stores/activation.store.js";
import { createActivationLinkReads, createActivationLinkWrites } from "./stores/activation-link.store.js";
import {
  createAddressConfirmationReads,
  createAddressConfirmationWrites,
} from "./stores/address-confirmation.store.js";
import { createAgreementImportReads, createAgreementImportWrites } from "./stores/agreement-import.store.js";
import { createAttachmentReads } from "./stores/attachment-reads.js";
import { createAttachmentWrites } from "./stores/attachment-writes.js";
import { createAuditReads, createAuditWrites } from "./stores/audit.store.js";
import { createCardReads, createCardWrites } from "./stores/card.store.js";
import { createCatalogueReads, createCatalogueWrites } from "./stores/catalogue.store.js";
import { createDraftReads, createDraftWrites, createHandoverWrites } from "./stores/draft.store.js";
import { createIdempotencyWrites } from "./stores/idempotency.store.js";
import { createInvitationReads, createInvitationWrites } from "./stores/invitation.store.js";
import { createLedgerReads } from "./stores/ledger.store.js";
import { createMailTroubleReads, createMailTroubleWrites } from "./stores/mail-trouble.store.js";
import { createManagedPlanReads, createManagedPlanWrites } from "./stores/managed-plan.store.js";
import { createNoticeReads, createNoticeWrites } from "./stores/notice.store.js";
import { createOidcModelReads, createOidcModelWrites } from "./stores/oidc-model.store.js";
import { createOutboxReads, createOutboxWrites } from "./stores/outbox.store.js";
import { createOutboxWorkWrites } from "./stores/outbox-work.store.js";
import { createOverviewReads, createOverviewWrites } from "./stores/overview.store.js";
import { createPackReads, createPackWrites } from "./stores/pack.store.js";
import { createPartnerTenantReads, createPartnerTenantWrites } from "./stores/partner-tenant.store.js";
import { createPlanReads, createPlanWrites } from "./stores/plan.store.js";
import { createPurchaseReads, createPurchaseWrites } from "./stores/purchase.store.js";
import { createQueueReads } from "./stores/queue.store.js";
import { createRateCounterReads, createRateCounterWrites } from "./stores/rate-counter.store.js";
import { createRequestReads } from "./stores/request-reads.js";
import { createRequestWrites } from "./stores/request-writes.js";
import { createSessionReads, createSessionWrites } from "./stores/session.store.js";
import { createSplitReads, createSplitWrites } from "./stores/split.store.js";
import { createSweepWrites } from "./stores/sweep.store.js";
import { createTeamReads, createTeamWrites } from "./stores/team.store.js";
import { createTokenReads, createTokenWrites } from "./stores/token.store.js";
import { createWorkspaceReads, createWorkspaceWrites } from "./stores/workspace.store.js";
import { RollBack } from "./unit-scope.js";

export const createReadStores = (context: StoreContext): ReadStores => ({
  accounts: createAccountReads(context),
  sessions: createSessionReads(context),
  tokens: createTokenReads(context),
  partnerTenants: createPartnerTenantReads(context),
  packs: createPackReads(context),
  overview: createOverviewReads(context),
  catalogue: createCatalogueReads(context),
  plans: createPlanReads(context),
  managedPlans: createManagedPlanReads(context),
  activationLinks: createActivationLinkReads(context),
  activations: createActivationReads(context),
  agreementImports: createAgreementImportReads(context),
  ledger: createLedgerReads(context),
  purchases: createPurchaseReads(context),
  cards: createCardReads(context),
  requests: createRequestReads(context),
  queue: createQueueReads(context),
  splits: createSplitReads(context),
  teams: createTeamReads(context),
  workspace: createWorkspaceReads(context),
  drafts: createDraftReads(context),
  outbox: createOutboxReads(context),
  notices: createNoticeReads(context),
  mailTroubles: createMailTroubleReads(context),
  invitations: createInvitationReads(context),
  accessAsks: createAccessAskReads(context),
  addressConfirmations: createAddressConfirmationReads(context),
  attachments: createAttachmentReads(context),
  audit: createAuditReads(context),
  rateCounters: createRateCounterReads(context),
  oidcModels: createOidcModelReads(context),
  of: onceFor((key) => key.reads(context)),
});

export const createWriteStores = (context: WriteContext): WriteStores => ({
  accounts: createAccountWrites(context),
  sessions: createSessionWrites(context),
  tokens: createTokenWrites(context),
  partnerTenants: createPartnerTenantWrites(context),
  packs: createPackWrites(context),
  overview: createOverviewWrites(context),
  catalogue: createCatalogueWrites(context),
  plans: createPlanWrites(context),
  managedPlans: createManagedPlanWrites(context),
  activationLinks: createActivationLinkWrites(context),
  activations: createActivationWrites(context),
  agreementImports: createAgreementImportWrites(context),
  ledger: createLedgerReads(context),
  purchases: createPurchaseWrites(context),
  cards: createCardWrites(context),
  requests: createRequestWrites(context),
  queue: createQueueReads(context),
  splits: createSplitWrites(context),
  sweeps: createSweepWrites(context),
  teams: createTeamWrites(context),
  workspace: createWorkspaceWrites(context),
  drafts: createDraftWrites(context),
  handovers: createHandoverWrites(context),
  idempotency: createIdempotencyWrites(context),
  outbox: createOutboxWrites(context),
  outboxWork: createOutboxWorkWrites(context),
  notices: createNoticeWrites(context),
  mailTroubles: createMailTroubleWrites(context),
  invitations: createInvitationWrites(context),
  accessAsks: createAccessAskWrites(context),
  addressConfirmations: createAddressConfirmationWrites(context),
  attachments: createAttachmentWrites(context),
  audit: createAuditWrites(context),
  rateCounters: createRateCounterWrites(context),
  oidcModels: createOidcModelWrites(context),
  of: onceFor((key) => key.writes(context)),
  announce: (announcement) => {
    context.announcements.push(announcement);
  },
  rollBackWith: (value) => {
    throw new RollBack(value);
  },
});
