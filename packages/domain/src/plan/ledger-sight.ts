/** Who sees what of a line of a plan's ledger (F16, K8). */
import type { LedgerEntry } from "./support-plan.js";

export interface LineSight {
  /** The line concerns the viewer: when and why are told. */
  readonly isOwn: boolean;
  /** Who did it, and about which request. */
  readonly showsUsage: boolean;
}

/**
 * A line about a request belongs to who sent it and to its contacts, whoever pressed the button. A line about no request
 * (granted, adjusted, lapsed) is about the plan, and so about everybody who holds it.
 */
export const sightOfLine = (
  line: Pick<LedgerEntry, "requestId">,
  viewer: { readonly isOfRequest: boolean; readonly showsOthersUsage: boolean },
): LineSight => {
  const isOwn = line.requestId === null || viewer.isOfRequest;
  return { isOwn, showsUsage: isOwn || viewer.showsOthersUsage };
};
