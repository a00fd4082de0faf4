/** Anything a request can be charged to: a registered agreement or a purchased incident pack, granted by a programme. */
import type { AccountKind } from "../account/account.js";
import type { Delivery, LifecyclePhase } from "../catalogue/product.js";
import type { Price } from "../purchase/money.js";
import type { CivilDate, EpochMs, TimeZoneName } from "../shared/calendar.js";
import type { ActivationRule } from "./activation-rule.js";

export interface Programme {
  /** Slug. */
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  readonly origin: "AGREEMENT" | "PURCHASE";
  /** Null: unlimited, or allotted per agreement. */
  readonly incidents: number | null;
  readonly term: { readonly years: number; readonly extraDays: number };
  /** Null or left out: its agreements are in force from their first day, whoever holds them (R56, S17). */
  readonly activation?: ActivationRule | null;
  readonly deliveries: readonly Delivery[];
  readonly phases: readonly LifecyclePhase[];
  readonly phaseOverrides: readonly {
    readonly productIds: readonly string[];
    readonly phases: readonly LifecyclePhase[];
  }[];
  readonly excludedFamilies: readonly string[];
  /** N-1 policy: only rank 1 and 2 (R71, S14). */
  readonly versionRule: "ANY" | "CURRENT_AND_PREVIOUS";
  readonly accountKinds: readonly AccountKind[];
  readonly retiredOn: CivilDate | null;
  readonly isNonProductionOnly: boolean;
  /** True when co-holders may see who used which incident (F16); off by default. */
  readonly showsOthersUsage: boolean;
  /** What its plans cost, where they are bought; at most one price in a currency. */
  readonly prices?: readonly Price[];
}

export interface SupportPlan {
  /** `pln_…` */
  readonly id: string;
  readonly programme: Programme;
  readonly startsOn: CivilDate;
  /** Inclusive last day. */
  readonly endsOn: CivilDate;
  /** Zone in which the end day ends (`ENTITLEMENT_TZ`, or the agreement's own). */
  readonly timeZone: TimeZoneName;
  /** First instant of the first day. */
  readonly startsAt: EpochMs;
  /** First instant after the last day: usable while `now < endsAt`. */
  readonly endsAt: EpochMs;
  readonly revokedAt: EpochMs | null;
  /** First instant after the last day to activate it; null or left out: it is activated, or never has to be (R56). */
  readonly redeemEndsAt?: EpochMs | null;
  /** Null: unlimited. */
  readonly incidentsTotal: number | null;
  readonly incidentsRemaining: number | null;
}

export const LEDGER_KINDS = ["GRANT", "CONSUME", "REFUND", "EXPIRE", "ADJUST"] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export interface LedgerEntry {
  /** `led_…` */
  readonly id: string;
  readonly planId: string;
  readonly kind: LedgerKind;
  /** Signed change of the balance; for an unlimited plan the count used, balance stays null. */
  readonly incidents: number;
  readonly requestId: string | null;
  readonly paymentId: string | null;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly at: EpochMs;
}
