/** The engineer sets the severity, which settles what a contact asked for, one way or the other (F49). */
import { isOpen } from "../request/request-status.js";
import { chooseSeverity } from "../request/severity.js";
import type { Severity, SupportRequest } from "../request/support-request.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";

export interface SeveritySet {
  readonly severity: Severity;
  readonly support24x7: boolean;
  /** False: it stays as it was, and an ask is declined. */
  readonly isChange: boolean;
}

export const decideSeverity = (
  request: Pick<SupportRequest, "status" | "severity" | "support24x7">,
  severity: Severity,
  reason: string | null,
): Result<SeveritySet, TextRefusalCode | "REQUEST_CLOSED"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  const refusals = checkText(reason ?? "", TEXT_RULES.comment, ["reason"]);
  if (refusals.length > 0) return refuseAll(refusals);
  const { support24x7 } = chooseSeverity(request, severity);
  return accept({ severity, support24x7, isChange: severity !== request.severity });
};
