/** Shapes of the message catalogue: a code without a sentence in both languages does not compile. */
import type { AuditAction, AuditArea } from "../audit/audit-actions.js";
import type { UnavailabilityReasonCode } from "../entitlement/reasons/index.js";
import type { RemedyKind } from "../entitlement/remedies.js";
import type { DeclineCode } from "../purchase/decline-codes.js";
import type { NothingSoldReason, NotSoldReason } from "../purchase/offers.js";
import type { TaxKind } from "../purchase/tax.js";
import type { RefusalCode } from "../shared/refusals.js";

/** What happened, and what to do; both ICU text. */
export interface Message {
  readonly message: string;
  readonly remedy: string;
}

/** One line of the rule trace, by outcome. */
export interface CheckMessage {
  readonly passed: string;
  readonly failed: string;
}

export type RefusalMessages = Readonly<Record<RefusalCode, Message>>;

export interface PlanMessages {
  /** The vendor's sentences by number (1, 2, 8), and ours (3, 4, 5). */
  readonly sentences: Readonly<Record<"1" | "2" | "3" | "4" | "5" | "8", string>>;
  readonly reasons: Readonly<Record<UnavailabilityReasonCode, Message>>;
  readonly remedies: Readonly<Record<RemedyKind, string>>;
  readonly checks: Readonly<Record<UnavailabilityReasonCode, CheckMessage>>;
  readonly notJudged: string;
  readonly coverage: string;
}

export interface PurchaseMessages {
  readonly declines: Readonly<Record<DeclineCode, string>>;
  readonly notSold: Readonly<Record<NotSoldReason, string>>;
  /** Why nothing at all can be bought, and what to do then. */
  readonly nothingSold: Readonly<Record<NothingSoldReason, Message>>;
  readonly taxes: Readonly<Record<TaxKind, string>>;
  /** Buy the pack, buy a single one, or the pack never pays. */
  readonly advice: Readonly<Record<"pack" | "single" | "never", string>>;
}

/** Of the audit record: what an area is about, and what was done. */
export interface AuditMessages {
  readonly areas: Readonly<Record<AuditArea, string>>;
  readonly actions: Readonly<Record<AuditAction, string>>;
}
