/** A contact wants another severity: at once while nobody is assigned, then by asking the engineer; always with a reason (F49, S23, E4). */
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { isOpen } from "./request-status.js";
import { chooseSeverity } from "./severity.js";
import { SEVERITIES, type Severity, type SupportRequest } from "./support-request.js";

export type DecidedSeverityAsk =
  /** Nobody is assigned: it is so. Lowering clears the 24/7 flag. */
  | { readonly kind: "CHANGED"; readonly severity: Severity; readonly support24x7: boolean }
  /** The engineer decides. */
  | { readonly kind: "ASKED"; readonly severity: Severity };

export const decideSeverityAsk = (
  request: Pick<SupportRequest, "status" | "engineerId" | "severity" | "support24x7">,
  severity: Severity,
  reason: string,
): Result<DecidedSeverityAsk, TextRefusalCode | "REQUEST_CLOSED"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  const refusals = [
    ...(severity === request.severity || !SEVERITIES.includes(severity) ? [invalid(["severity"], "choice")] : []),
    ...checkText(reason, TEXT_RULES.reason, ["reason"]),
  ];
  if (refusals.length > 0) return refuseAll(refusals);
  if (request.engineerId !== null) return accept({ kind: "ASKED", severity });
  const { support24x7 } = chooseSeverity(request, severity);
  return accept({ kind: "CHANGED", severity, support24x7 });
};
