/** What is said of a product version before anything is typed: the plans that cover it, or what would make it so (R34, R36, R65, F11). */
import type { CivilDate } from "../shared/calendar.js";
import { rankedWays } from "./ranked-ways.js";
import type { RemedyKind } from "./remedies.js";

interface Covering {
  readonly plan: { readonly endsOn: CivilDate; readonly incidentsRemaining: number | null };
}
interface Lacking<R> {
  readonly reasons: readonly { readonly remedies: readonly R[] }[];
}

/** What this account could do if it had no plan at all; with plans, their remedies say it. */
export interface WaysOfAccount {
  readonly canAddAgreement: boolean;
  /** Something is sold whose plan could be used for the version. */
  readonly isSold: boolean;
  readonly canPurchase: boolean;
}

export interface CoverageQuestion<R> {
  readonly available: readonly Covering[];
  readonly unavailable: readonly Lacking<R>[];
  readonly account: WaysOfAccount;
}

/** `remedy` is null when it is about the account, not about one of its plans. */
export interface CoverageWay<R> {
  readonly kind: RemedyKind;
  readonly remedy: R | null;
}

export type CoverageVerdict<R> =
  | {
      readonly kind: "COVERED";
      readonly usable: number;
      readonly total: number;
      /** Of all plans that cover it; null: unlimited. */
      readonly incidents: number | null;
      /** When the first and the last of the plans with these incidents end. */
      readonly endsFirst: CivilDate;
      readonly endsLast: CivilDate;
    }
  | { readonly kind: "NOT_COVERED"; readonly total: number; readonly ways: readonly CoverageWay<R>[] };

const MOST_WAYS = 3;

/** The verdict in numbers; the words are the screen's. */
export const coverageVerdict = <R extends { readonly kind: RemedyKind }>({
  available,
  unavailable,
  account,
}: CoverageQuestion<R>): CoverageVerdict<R> => {
  const total = available.length + unavailable.length;
  if (available.length === 0) return { kind: "NOT_COVERED", total, ways: waysOf(unavailable, account) };
  const plans = available.map(({ plan }) => plan);
  const unlimited = plans.filter(({ incidentsRemaining }) => incidentsRemaining === null);
  const counted = unlimited.length > 0 ? unlimited : plans;
  const ends = counted.map(({ endsOn }) => endsOn).sort();
  return {
    kind: "COVERED",
    usable: available.length,
    total,
    incidents:
      unlimited.length > 0 ? null : plans.reduce((sum, { incidentsRemaining }) => sum + (incidentsRemaining ?? 0), 0),
    endsFirst: ends[0] ?? "",
    endsLast: ends.at(-1) ?? "",
  };
};

/** One way of each kind, the best first. */
function waysOf<R extends { readonly kind: RemedyKind }>(
  unavailable: readonly Lacking<R>[],
  account: WaysOfAccount,
): readonly CoverageWay<R>[] {
  if (unavailable.length === 0) return waysWithoutPlans(account).map((kind) => ({ kind, remedy: null }));
  const remedies = unavailable.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.remedies));
  return rankedWays(remedies)
    .slice(0, MOST_WAYS)
    .map((remedy) => ({ kind: remedy.kind, remedy }));
}

/** Nobody is left without a way: who can neither add nor buy asks the vendor. */
function waysWithoutPlans({ canAddAgreement, isSold, canPurchase }: WaysOfAccount): readonly RemedyKind[] {
  const ways: RemedyKind[] = [];
  if (canAddAgreement) ways.push("ADD_AGREEMENT");
  if (isSold) ways.push(canPurchase ? "BUY_INCIDENT" : "USE_PERSONAL_ACCOUNT");
  return ways.length === 0 ? ["CONTACT_VENDOR"] : ways;
}
