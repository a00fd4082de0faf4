/** What grants a support plan, and what it covers (R2, R10-R13, R44-R46, R71). */
import type {
  AccountKind,
  ActivationRule,
  CivilDate,
  Delivery,
  LifecyclePhase,
  Programme,
  TermBasis,
} from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { AccountKindEnum } from "../../identity/graphql.js";
import { DeliveryEnum, LifecyclePhaseEnum } from "./catalogue-enums.type.js";
import { PlanOriginEnum, TermBasisEnum, VersionRuleEnum } from "./programme-enums.type.js";

@ObjectType("PlanCoverage", { description: "What the plans of a programme cover.", simpleResolvers: true })
export class PlanCoverageType
  implements Pick<Programme, "deliveries" | "phases" | "versionRule" | "isNonProductionOnly">
{
  @Field(() => [DeliveryEnum], { description: "Where covered products run." })
  readonly deliveries!: readonly Delivery[];

  @Field(() => [LifecyclePhaseEnum], {
    description: "Phases a version may be in; single products may be treated otherwise.",
  })
  readonly phases!: readonly LifecyclePhase[];

  @Field(() => VersionRuleEnum, { description: "Which versions are covered." })
  readonly versionRule!: Programme["versionRule"];

  @Field(() => Boolean, { description: "Whether only systems outside production are covered." })
  readonly isNonProductionOnly!: boolean;

  @Field(() => String, { description: "All of it in one sentence, in the language of the answer." })
  readonly summary!: string;
}

@ObjectType("ProgrammeActivation", {
  description: "How agreements of a programme are activated.",
  simpleResolvers: true,
})
export class ProgrammeActivationType implements ActivationRule {
  @Field(() => TermBasisEnum, { description: "Where the term of an agreement is counted from." })
  readonly basis!: TermBasis;

  @Field(() => Int, { description: "Months from the start of the membership within which it can be activated." })
  readonly redeemWithinMonths!: number;
}

@ObjectType("Programme", { description: "What grants support plans.", implements: NodeType, simpleResolvers: true })
export class ProgrammeType
  extends NodeType
  implements Pick<Programme, "id" | "name" | "origin" | "incidents" | "accountKinds" | "retiredOn">
{
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => PlanOriginEnum, { description: "How its plans come to an account." })
  readonly origin!: Programme["origin"];

  @Field(() => Int, {
    nullable: true,
    description: "Incidents of a plan; null: unlimited, or agreed for each agreement.",
  })
  readonly incidents!: number | null;

  @Field(() => Int, { description: "Years a plan lasts." })
  readonly termYears!: number;

  @Field(() => Int, { description: "Days a plan lasts on top of its years." })
  readonly termExtraDays!: number;

  @Field(() => ProgrammeActivationType, {
    nullable: true,
    description: "How its agreements are activated; null: they are in force from their first day.",
  })
  readonly activation!: ActivationRule | null;

  @Field(() => PlanCoverageType, { description: "What its plans cover." })
  readonly coverage!: PlanCoverageType;

  @Field(() => [AccountKindEnum], { description: "Kinds of account it admits." })
  readonly accountKinds!: readonly AccountKind[];

  @Field(() => LocalDateScalar, { nullable: true, description: "Day from which it no longer exists." })
  readonly retiredOn!: CivilDate | null;
}
