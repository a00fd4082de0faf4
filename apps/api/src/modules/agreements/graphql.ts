/** What agreements adds to the schema, loaded with it; the face of its types. */

import type { SchemaPart } from "../../kernel/module.js";
import { AgreementsResolver } from "./agreements.resolver.js";
import { judgedFields } from "./plans/judged-plan.js";
import { planFields } from "./plans/plan.fields.js";
import { PlansResolver } from "./plans/plans.resolver.js";
import { AgreementAlreadyRegisteredErrorType, PlanUnavailableErrorType } from "./types/plan-errors.type.js";

export const agreementsSchema: SchemaPart = {
  types: [PlanUnavailableErrorType, AgreementAlreadyRegisteredErrorType],
  resolvers: [AgreementsResolver, PlansResolver],
  fields: [...judgedFields, ...planFields],
};

export { LedgerEntryType } from "./types/ledger.type.js";
export { LedgerKindEnum, PlanStateEnum } from "./types/plan-enums.type.js";
export { SupportPlanType } from "./types/support-plan.type.js";
export { UnavailabilityReasonType } from "./types/unavailability.type.js";
