/** Bought single incidents that are used: many rows that say the same, folded into one (nothing can be done with them). */
import type { UnavailableEntry } from "./short-reasons";

const isUsedUpSingle = ({ plan, reasons }: UnavailableEntry): boolean =>
  plan.programme.origin === "PURCHASE" &&
  plan.incidentsTotal === 1 &&
  reasons.some(({ code }) => code === "NO_INCIDENTS_LEFT");

/** One alone stays a row like any other. */
export function foldUsedUpSingles(entries: readonly UnavailableEntry[]) {
  const singles = entries.filter(isUsedUpSingle);
  if (singles.length < 2) return { rows: entries, singles: [] };
  return { rows: entries.filter((entry) => !isUsedUpSingle(entry)), singles };
}
