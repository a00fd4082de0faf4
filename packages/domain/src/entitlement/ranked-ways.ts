/** What helps, over all plans at once: each way once, the best first (F11, R36). */
import type { RemedyKind } from "./remedies.js";

/**
 * The way to where requests for the product are opened, then what is there already, then free before paid;
 * waiting and asking when there is nothing to do. Help pages are read beside the reasons they are about.
 */
const RANK: readonly RemedyKind[] = [
  "USE_OTHER_PORTAL",
  "CHOOSE_OTHER_PLAN",
  "CHOOSE_VERSION",
  "ADD_AGREEMENT",
  "BUY_INCIDENT",
  "USE_PERSONAL_ACCOUNT",
  "WAIT_UNTIL",
  "CONTACT_VENDOR",
];

/** One remedy of each kind: of several plans to wait for the first that begins, of others the first named. */
export const rankedWays = <R extends { readonly kind: RemedyKind; readonly on?: string | null }>(
  remedies: readonly R[],
): readonly R[] =>
  RANK.flatMap((kind) => {
    const [first, ...rest] = remedies.filter((remedy) => remedy.kind === kind);
    if (first === undefined) return [];
    return [rest.reduce((best, next) => ((next.on ?? "") < (best.on ?? "") ? next : best), first)];
  });
