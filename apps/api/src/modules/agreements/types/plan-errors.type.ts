/** Refusals that name a plan (F12). */
import type { SupportPlan } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { UserErrorType } from "../../../kernel/graphql/user-error.type.js";
import { SupportPlanType } from "./support-plan.type.js";
import { UnavailabilityReasonType } from "./unavailability.type.js";

@ObjectType("PlanUnavailableError", {
  description: "The plan cannot be used.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class PlanUnavailableErrorType extends UserErrorType {
  @Field(() => SupportPlanType, { description: "The plan." })
  readonly plan!: SupportPlan;

  @AtMost(20)
  @Field(() => [UnavailabilityReasonType], { description: "Every reason, in the contract's order." })
  readonly reasons!: readonly UnavailabilityReasonType[];
}

@ObjectType("AgreementAlreadyRegisteredError", {
  description: "This account has registered the agreement before.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class AgreementAlreadyRegisteredErrorType extends UserErrorType {
  @Field(() => SupportPlanType, { description: "The plan of the agreement." })
  readonly plan!: SupportPlan;
}
