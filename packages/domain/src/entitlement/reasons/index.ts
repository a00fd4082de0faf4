/** Registry of unavailability reasons in the order of contract.md: the union, the GraphQL enum and docs/rules.md derive from it. */
import type { ReasonDefinition } from "../reason.js";
import { cloudProductsOnly } from "./cloud-products-only.js";
import { expired } from "./expired.js";
import { lifecyclePhaseNotCovered } from "./lifecycle-phase-not-covered.js";
import { noIncidentsLeft } from "./no-incidents-left.js";
import { notYetActive } from "./not-yet-active.js";
import { onPremisesProductsOnly } from "./on-premises-products-only.js";
import { productNotCovered } from "./product-not-covered.js";
import { programmeRetired } from "./programme-retired.js";
import { revoked } from "./revoked.js";
import { versionTooOld } from "./version-too-old.js";

export const REASONS = [
  expired,
  noIncidentsLeft,
  revoked,
  notYetActive,
  programmeRetired,
  onPremisesProductsOnly,
  cloudProductsOnly,
  productNotCovered,
  lifecyclePhaseNotCovered,
  versionTooOld,
] as const satisfies readonly ReasonDefinition[];

export type UnavailabilityReasonCode = (typeof REASONS)[number]["code"];
