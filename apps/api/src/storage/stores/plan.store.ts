/** Support plans: agreements and purchased packs, who registered them, and the guarded balance (R16–R18, R66–R67; reliability.md 5.2). */
import type { EpochMs, SupportPlan } from "@accord/domain";
import type { Page, PageRequest } from "../page.js";

export interface IdPair {
  readonly accessId: string;
  readonly agreementId: string;
}

/** A plan as one of its holders sees it. */
export interface RegisteredPlan extends SupportPlan {
  readonly registeredAt: EpochMs;
  /** Another account has registered it too. */
  readonly isShared: boolean;
  /** Last four characters; null for a purchased pack. */
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
}

export interface NewPlan {
  /** `pln_…` */
  readonly id: string;
  readonly programmeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Normalised (domain: normaliseIdPair); null for a purchased pack. */
  readonly pair: IdPair | null;
  /** The account that bought it; null for an agreement. A purchaser is registered at once. */
  readonly purchaserId: string | null;
  /** The payment its GRANT entry belongs to; null for an agreement. */
  readonly paymentId: string | null;
  /** Whoever issued it, for the GRANT entry; null for the system. */
  readonly actorId: string | null;
  readonly at: EpochMs;
}

export interface Consumption {
  readonly planId: string;
  readonly accountId: string;
  readonly requestId: string;
  readonly actorId: string;
  readonly now: EpochMs;
}

export interface Refund {
  readonly requestId: string;
  readonly actorId: string | null;
  readonly reason: string;
  readonly now: EpochMs;
  /** The plan has ended: the refunded incident expires at once (an EXPIRE entry follows). */
  readonly isExpiredAtOnce: boolean;
}

export interface Adjustment {
  readonly planId: string;
  /** Signed. */
  readonly incidents: number;
  readonly actorId: string | null;
  readonly reason: string;
  readonly at: EpochMs;
}

export interface PlanReads {
  /** Everything the account registered, soonest end first, whatever its state (hot path W1). */
  ofAccount(accountId: string): Promise<RegisteredPlan[]>;
  /** The same as pages, in the same order. */
  ofAccountPage(accountId: string, page: PageRequest): Promise<Page<RegisteredPlan>>;
  byId(id: string): Promise<SupportPlan | null>;
  byIds(ids: readonly string[]): Promise<SupportPlan[]>;
  /** Null unless this account registered it. */
  byIdForAccount(id: string, accountId: string): Promise<RegisteredPlan | null>;
  /** By a normalised pair; both halves must match. */
  byPair(pair: IdPair): Promise<SupportPlan | null>;
  /** The full pair, decrypted; null for a purchased pack or an unknown plan. The caller has checked re-authentication. */
  pairOf(planId: string): Promise<IdPair | null>;
  isRegistered(planId: string, accountId: string): Promise<boolean>;
  holdersCount(planId: string): Promise<number>;
  /** Every plan, by id (command line). */
  list(page: PageRequest): Promise<Page<SupportPlan>>;
}

export interface PlanWrites extends PlanReads {
  /** Makes plan, pair and GRANT entry; false when the pair exists already. */
  issue(plan: NewPlan): Promise<boolean>;
  /** False when this account had registered it before. */
  register(planId: string, accountId: string, at: EpochMs): Promise<boolean>;
  /** Only this account's registration (E11); false when there was none. */
  unregister(planId: string, accountId: string): Promise<boolean>;
  /** False when unknown or revoked before. */
  revoke(planId: string, at: EpochMs): Promise<boolean>;
  /** One incident, exactly once per request; false: not registered, revoked, outside its term or empty. */
  consume(consumption: Consumption): Promise<boolean>;
  /** Gives the incident of a request back once; false when none was consumed or it was given back before. */
  refund(refund: Refund): Promise<boolean>;
  /** False when the balance would go below zero, or the plan is unknown or unlimited. */
  adjust(adjustment: Adjustment): Promise<boolean>;
}
