/** What the rest of the API sees of storage. */
export type { Announcement } from "./announcements.js";
export type { Breach } from "./breach.js";
export * from "./database.js";
export * from "./errors.js";
export { newId } from "./ids.js";
export { openDatabase } from "./open-database.js";
export type { Page } from "./page.js";
export type { Dialect } from "./sql.js";
export { sqliteFile } from "./sqlite-file.js";
export type * from "./stores/access-ask.store.js";
export type * from "./stores/account.store.js";
export type * from "./stores/activation.store.js";
export type * from "./stores/activation-link.store.js";
export type * from "./stores/address-confirmation.store.js";
export type * from "./stores/agreement-import.store.js";
export type * from "./stores/attachment.store.js";
export type * from "./stores/audit.store.js";
export type * from "./stores/card.store.js";
export type * from "./stores/catalogue.store.js";
export type * from "./stores/draft.store.js";
export type * from "./stores/idempotency.store.js";
export type * from "./stores/invitation.store.js";
export type * from "./stores/ledger.store.js";
export type * from "./stores/mail-trouble.store.js";
export type * from "./stores/managed-plan.store.js";
export type * from "./stores/notice.store.js";
export type * from "./stores/oidc-model.store.js";
export type * from "./stores/outbox.store.js";
export {
  ACCESS_ASK_KIND,
  ACTIVITY_KIND,
  CONFIRMATION_KIND,
  confirmationKey,
  INVITATION_KIND,
  invitationKey,
} from "./stores/outbox.store.js";
export type * from "./stores/outbox-work.store.js";
export type * from "./stores/pack.store.js";
export type * from "./stores/partner-tenant.store.js";
export type * from "./stores/plan.store.js";
export type * from "./stores/purchase.store.js";
export type * from "./stores/queue.store.js";
export type * from "./stores/rate-counter.store.js";
export type * from "./stores/request.store.js";
export type * from "./stores/session.store.js";
export type * from "./stores/split.store.js";
export type * from "./stores/team.store.js";
export type * from "./stores/token.store.js";
export type * from "./stores/workspace.store.js";
export { tellAuditCheck } from "./verify/audit-chain.js";
