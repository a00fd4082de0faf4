/** Plans judged for a product version: available ones, and unavailable ones with every reason and its remedies (R34, R36-R46, R66). */
import type {
  CivilDate,
  EpochMs,
  LifecyclePhase,
  Portal,
  ProductVersion,
  RemedyKind,
  SupportPlan,
  UnavailabilityReasonCode,
} from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { CountryCodeScalar, DateTimeScalar, LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { LifecyclePhaseEnum, PortalType, ProductVersionType } from "../../catalogue/graphql.js";
import { RemedyKindEnum, UnavailabilityReasonCodeEnum } from "./plan-enums.type.js";
import { SupportPlanType } from "./support-plan.type.js";

@ObjectType("Remedy", {
  description: "Something that can be done about a reason; it never leads to a refusal.",
  simpleResolvers: true,
})
export class RemedyType {
  @Field(() => RemedyKindEnum, { description: "What to do." })
  readonly kind!: RemedyKind;

  @Field(() => String, { description: "The same as a sentence, in the language of the answer." })
  readonly message!: string;

  @Field(() => ProductVersionType, { nullable: true, description: "The version to choose." })
  readonly productVersion!: ProductVersion | null;

  @Field(() => ID, { nullable: true, description: "The plan to choose." })
  readonly planId!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day to wait for." })
  readonly on!: CivilDate | null;

  @Field(() => ID, { nullable: true, description: "The article to read." })
  readonly articleId!: string | null;

  @Field(() => PortalType, { nullable: true, description: "The portal to go to." })
  readonly portal!: Portal | null;
}

@ObjectType("UnavailabilityReason", {
  description: "Why a plan cannot be used for a product version.",
  simpleResolvers: true,
})
export class UnavailabilityReasonType {
  @Field(() => UnavailabilityReasonCodeEnum, { description: "The reason; never changes its meaning." })
  readonly code!: UnavailabilityReasonCode;

  @Field(() => Int, { description: "Number shown to people." })
  readonly number!: number;

  @Field(() => String, { description: "The reason as a sentence, in the language of the answer." })
  readonly message!: string;

  @Field(() => LifecyclePhaseEnum, {
    nullable: true,
    description: "Phase the version is in; with LIFECYCLE_PHASE_NOT_COVERED only.",
  })
  readonly phase!: LifecyclePhase | null;

  @AtMost(20)
  @Field(() => [RemedyType], { description: "What can be done, the most useful first; never empty." })
  readonly remedies!: readonly RemedyType[];
}

@ObjectType("RuleCheck", {
  description: "One rule and how it came out: why a plan is available or not.",
  simpleResolvers: true,
})
export class RuleCheckType {
  @Field(() => UnavailabilityReasonCodeEnum, { description: "The reason the rule would give." })
  readonly code!: UnavailabilityReasonCode;

  @Field(() => Boolean, { nullable: true, description: "Whether the plan passed; null: the rule was not judged." })
  readonly passed!: boolean | null;

  @Field(() => String, { description: "The outcome as a sentence, in the language of the answer." })
  readonly explanation!: string;
}

@ObjectType("AvailablePlan", { description: "A plan that can be used for the product version.", simpleResolvers: true })
export class AvailablePlanType {
  @Field(() => SupportPlanType, { description: "The plan." })
  readonly plan!: SupportPlan;

  @AtMost(20)
  @Field(() => [RuleCheckType], { description: "Every rule and how it came out." })
  readonly checks!: readonly RuleCheckType[];
}

@ObjectType("UnavailablePlan", {
  description: "A plan that cannot be used for the product version.",
  simpleResolvers: true,
})
export class UnavailablePlanType {
  @Field(() => SupportPlanType, { description: "The plan." })
  readonly plan!: SupportPlan;

  @AtMost(20)
  @Field(() => [UnavailabilityReasonType], { description: "Every reason, in the contract's order." })
  readonly reasons!: readonly UnavailabilityReasonType[];

  @AtMost(20)
  @Field(() => [RuleCheckType], { description: "Every rule and how it came out." })
  readonly checks!: readonly RuleCheckType[];
}

@InputType("NeedInput", {
  description: "What a plan is needed for; with another country or instant it answers what would be if.",
})
export class NeedInput {
  @Field(() => ID, { description: "The product version." })
  readonly productVersionId!: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "Where the customer is; what can be bought depends on it.",
  })
  readonly country?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "A preview of another instant; submitting goes by the clock.",
  })
  readonly at?: EpochMs | null;
}

@ObjectType("JudgedPlan", {
  description: "A plan, and whether it can be used for what is needed.",
  simpleResolvers: true,
})
export class JudgedPlanType {
  @Field(() => Boolean, { description: "Whether it can be used." })
  readonly isAvailable!: boolean;

  @Field(() => SupportPlanType, { description: "The plan." })
  readonly plan!: SupportPlan;

  @AtMost(20)
  @Field(() => [UnavailabilityReasonType], {
    description: "Every reason why not, in the contract's order; empty where it can be used.",
  })
  readonly reasons!: readonly UnavailabilityReasonType[];

  @AtMost(20)
  @Field(() => [RuleCheckType], { description: "Every rule and how it came out." })
  readonly checks!: readonly RuleCheckType[];
}

export const { connection: JudgedPlanConnectionType } = connectionOf(
  "JudgedPlan",
  () => JudgedPlanType,
  "judged plans",
);
