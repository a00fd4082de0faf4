/** The one door to stored data: read stores, and the unit of work, which is the only way to write. */
import type { EpochMs } from "@accord/domain";
import type { Announcement, Listener } from "./announcements.js";
import type { Breach } from "./breach.js";
import type { Dialect } from "./sql.js";
import type { StoragePart, StoreKey } from "./storage-part.js";
import type { AccessAskReads, AccessAskWrites } from "./stores/access-ask.store.js";
import type { AccountReads, AccountWrites } from "./stores/account.store.js";
import type { ActivationReads, ActivationWrites } from "./stores/activation.store.js";
import type { ActivationLinkReads, ActivationLinkWrites } from "./stores/activation-link.store.js";
import type { AddressConfirmationReads, AddressConfirmationWrites } from "./stores/address-confirmation.store.js";
import type { AgreementImportReads, AgreementImportWrites } from "./stores/agreement-import.store.js";
import type { AttachmentReads, AttachmentWrites } from "./stores/attachment.store.js";
import type { AuditHead, AuditReads, AuditWrites } from "./stores/audit.store.js";
import type { CardReads, CardWrites } from "./stores/card.store.js";
import type { CatalogueReads, CatalogueWrites } from "./stores/catalogue.store.js";
import type { DraftReads, DraftWrites, HandoverWrites } from "./stores/draft.store.js";
import type { IdempotencyWrites } from "./stores/idempotency.store.js";
import type { InvitationReads, InvitationWrites } from "./stores/invitation.store.js";
import type { LedgerReads } from "./stores/ledger.store.js";
import type { MailTroubleReads, MailTroubleWrites } from "./stores/mail-trouble.store.js";
import type { ManagedPlanReads, ManagedPlanWrites } from "./stores/managed-plan.store.js";
import type { NoticeReads, NoticeWrites } from "./stores/notice.store.js";
import type { OidcModelReads, OidcModelWrites } from "./stores/oidc-model.store.js";
import type { OutboxReads, OutboxWrites } from "./stores/outbox.store.js";
import type { OutboxWorkWrites } from "./stores/outbox-work.store.js";
import type { OverviewReads, OverviewWrites } from "./stores/overview.store.js";
import type { PackReads, PackWrites } from "./stores/pack.store.js";
import type { PartnerTenantReads, PartnerTenantWrites } from "./stores/partner-tenant.store.js";
import type { PlanReads, PlanWrites } from "./stores/plan.store.js";
import type { PurchaseReads, PurchaseWrites } from "./stores/purchase.store.js";
import type { QueueReads } from "./stores/queue.store.js";
import type { RateCounterReads, RateCounterWrites } from "./stores/rate-counter.store.js";
import type { RequestReads, RequestWrites } from "./stores/request.store.js";
import type { SessionReads, SessionWrites } from "./stores/session.store.js";
import type { SplitReads, SplitWrites } from "./stores/split.store.js";
import type { SweepWrites } from "./stores/sweep.store.js";
import type { TeamReads, TeamWrites } from "./stores/team.store.js";
import type { TokenReads, TokenWrites } from "./stores/token.store.js";
import type { WorkspaceReads, WorkspaceWrites } from "./stores/workspace.store.js";
import type { AuditCheck } from "./verify/audit-chain.js";

export type { AuditCheck, AuditProblem } from "./verify/audit-chain.js";

export interface ReadStores {
  readonly accounts: AccountReads;
  readonly sessions: SessionReads;
  readonly tokens: TokenReads;
  readonly partnerTenants: PartnerTenantReads;
  readonly packs: PackReads;
  readonly overview: OverviewReads;
  readonly catalogue: CatalogueReads;
  readonly plans: PlanReads;
  readonly managedPlans: ManagedPlanReads;
  readonly activationLinks: ActivationLinkReads;
  readonly activations: ActivationReads;
  readonly agreementImports: AgreementImportReads;
  readonly ledger: LedgerReads;
  readonly purchases: PurchaseReads;
  readonly cards: CardReads;
  readonly requests: RequestReads;
  readonly queue: QueueReads;
  readonly splits: SplitReads;
  readonly teams: TeamReads;
  readonly workspace: WorkspaceReads;
  readonly drafts: DraftReads;
  readonly outbox: OutboxReads;
  readonly notices: NoticeReads;
  readonly mailTroubles: MailTroubleReads;
  readonly invitations: InvitationReads;
  readonly accessAsks: AccessAskReads;
  readonly addressConfirmations: AddressConfirmationReads;
  readonly attachments: AttachmentReads;
  readonly audit: AuditReads;
  readonly rateCounters: RateCounterReads;
  readonly oidcModels: OidcModelReads;
  /** The store of a module. */
  of<Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>): Reads;
}

/** Inside a unit: reads see what the unit wrote. */
export interface WriteStores extends ReadStores {
  readonly accounts: AccountWrites;
  readonly sessions: SessionWrites;
  readonly tokens: TokenWrites;
  readonly partnerTenants: PartnerTenantWrites;
  readonly packs: PackWrites;
  readonly overview: OverviewWrites;
  readonly catalogue: CatalogueWrites;
  readonly plans: PlanWrites;
  readonly managedPlans: ManagedPlanWrites;
  readonly activationLinks: ActivationLinkWrites;
  readonly activations: ActivationWrites;
  readonly agreementImports: AgreementImportWrites;
  readonly purchases: PurchaseWrites;
  readonly cards: CardWrites;
  readonly requests: RequestWrites;
  readonly splits: SplitWrites;
  readonly sweeps: SweepWrites;
  readonly teams: TeamWrites;
  readonly workspace: WorkspaceWrites;
  readonly drafts: DraftWrites;
  readonly handovers: HandoverWrites;
  readonly idempotency: IdempotencyWrites;
  readonly outbox: OutboxWrites;
  /** What the sender of outgoing messages does with them. */
  readonly outboxWork: OutboxWorkWrites;
  readonly notices: NoticeWrites;
  readonly mailTroubles: MailTroubleWrites;
  readonly invitations: InvitationWrites;
  readonly accessAsks: AccessAskWrites;
  readonly addressConfirmations: AddressConfirmationWrites;
  readonly attachments: AttachmentWrites;
  readonly audit: AuditWrites;
  readonly rateCounters: RateCounterWrites;
  readonly oidcModels: OidcModelWrites;
  of<Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>): Writes;
  /** Tells the living once the unit is committed, in every process of this database; nothing is told of a unit that failed. */
  announce(announcement: Announcement): void;
  /**
   * Ends the unit with an answer but without its writes: `run` resolves with `value`, nothing is kept.
   * For a refusal found inside the unit, so that it burns no idempotency key.
   */
  rollBackWith(value: unknown): never;
}

export interface UnitOptions {
  /** PostgreSQL runs the unit again after a serialization failure or a deadlock (at most 3 times). Only for work that may run twice. */
  readonly isIdempotent?: boolean;
}

/** One per process. */
export interface Database {
  readonly dialect: Dialect;
  /** Committed state, on read-only connections; not inside a unit, which has stores of its own. */
  readonly read: ReadStores;
  /**
   * THE unit of work: resolves after the commit. Not inside another unit, which would wait for itself.
   * Throws OverloadedError (queue full), UnavailableError (disk, lock, server), ConstraintError, or what `work` throws (rolled back).
   * No network, hashing or file I/O inside, and nothing left un-awaited.
   */
  run<T>(name: string, work: (tx: WriteStores) => Promise<T>, options?: UnitOptions): Promise<T>;
  /** Hears what committed units announce, here and in other processes (PostgreSQL); call the result to stop. */
  onAnnouncement(listener: Listener): Promise<() => void>;
  /** Brings the schema to this program's version and re-asserts its guards; throws MigrationFailed. */
  migrate(): Promise<void>;
  pendingMigrations(): Promise<string[]>;
  /** For /readyz: migrated, not closing, and a write commits. */
  isWritable(): Promise<boolean>;
  /** The oracle of `accord verify`; empty when all holds. */
  verify(now: EpochMs): Promise<Breach[]>;
  /** Walks the audit chain against heads exported before (P-5). */
  verifyAudit(exported: readonly AuditHead[]): Promise<AuditCheck>;
  /** Units this process has committed: what was read under the same number is not older than its own writes. */
  commits(): number;
  /** How full the write queue is, for metrics. */
  queueDepth(): number;
  /** Waits for running units, then closes. */
  close(): Promise<void>;
}

export interface DatabaseLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface OpenOptions {
  /** `sqlite:/path/to/file` or `postgres://…`. */
  readonly url: string;
  /** Read replicas (PostgreSQL). */
  readonly readUrls?: readonly string[];
  /** Keys the lookup of an ID pair. */
  readonly pepper: Uint8Array;
  /** 32 bytes, AES-256-GCM, for the pair shown again. */
  readonly encryptionKey: Uint8Array;
  /** Zone in which an end date ends (`ENTITLEMENT_TZ`). */
  readonly entitlementZone: string;
  readonly log: DatabaseLog;
  /** What the modules keep beside the tables of before. */
  readonly modules: StoragePart;
  /** Hears of how many units each group commit was made (SQLite). */
  readonly onBatch?: (units: number) => void;
  /** Units that may wait; default `QUEUE_LIMIT`. */
  readonly queueLimit?: number;
}
