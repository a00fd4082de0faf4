/** VERSION_TOO_OLD: the N-1 rule covers the current version and the one before it; cloud services are not ranked (R71, S14). */
import type { ReasonDefinition } from "../reason.js";

const PREVIOUS_RANK = 2;

export const versionTooOld = {
  code: "VERSION_TOO_OLD",
  number: 8,
  summary: "The version is older than the current and the previous one (N-1 rule).",
  needsCoveredDelivery: true,
  find: (plan, need) =>
    plan.programme.versionRule === "CURRENT_AND_PREVIOUS" &&
    need.product.delivery !== "CLOUD" &&
    need.version.rank > PREVIOUS_RANK
      ? { params: { version: need.version.name, product: need.product.name } }
      : null,
} as const satisfies ReasonDefinition;
