/** Severity, its first answer and round-the-clock support, which only critical severity offers (R68, R69, E4, S2). */
import type { Severity } from "./support-request.js";

/** Hours to the first answer: elapsed hours with 24/7 support, business hours without. */
export const FIRST_RESPONSE_HOURS: Readonly<Record<Severity, number>> = { CRITICAL: 2, MODERATE: 4, MINIMAL: 8 };

export const offersSupport24x7 = (severity: Severity): boolean => severity === "CRITICAL";

export interface SeverityChoice {
  readonly severity: Severity | null;
  readonly support24x7: boolean;
}

/** A new severity; lowering it clears the 24/7 flag, and says so (E4). */
export const chooseSeverity = (
  current: SeverityChoice,
  severity: Severity | null,
): SeverityChoice & { readonly isSupport24x7Cleared: boolean } => {
  const keeps = current.support24x7 && severity !== null && offersSupport24x7(severity);
  return { severity, support24x7: keeps, isSupport24x7Cleared: current.support24x7 && !keeps };
};
