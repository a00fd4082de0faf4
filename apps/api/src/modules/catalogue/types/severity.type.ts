/** How severe a problem is (R68). */
import type { Severity } from "@accord/domain";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
export const SeverityEnum = publishCodes<Severity>("Severity", "Impact of a problem on the customer's business.", {
  CRITICAL: "Critical: first answer within 2 hours.",
  MODERATE: "Moderate: first answer within 4 business hours.",
  MINIMAL: "Minimal: first answer within 8 business hours.",
});
