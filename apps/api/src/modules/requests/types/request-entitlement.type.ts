/** What the owner engineer sees of the plan a request is charged to; never the ID pair (F53). */
import type { CivilDate, EpochMs, LifecyclePhase, PlanState, Programme } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { PlanStateEnum } from "../../agreements/graphql.js";
import { LifecyclePhaseEnum, ProgrammeType } from "../../catalogue/graphql.js";

@ObjectType("RequestEntitlement", {
  description: "The plan of a support request as its engineer sees it.",
  simpleResolvers: true,
})
export class RequestEntitlementType {
  @Field(() => ID, { description: "Id of the plan, for entering a further request of the customer." })
  readonly planId!: string;

  @Field(() => ProgrammeType, { description: "Its programme, with what it covers." })
  readonly programme!: Programme;

  @Field(() => PlanStateEnum, { description: "How it stands now." })
  readonly state!: PlanState;

  @Field(() => LocalDateScalar, { description: "Its last day." })
  readonly endsOn!: CivilDate;

  @Field(() => DateTimeScalar, { description: "When that day ends." })
  readonly endsAt!: EpochMs;

  @Field(() => Int, { nullable: true, description: "Incidents granted; null: unlimited." })
  readonly incidentsTotal!: number | null;

  @Field(() => Int, { nullable: true, description: "Incidents left; null: unlimited." })
  readonly incidentsRemaining!: number | null;

  @Field(() => LifecyclePhaseEnum, {
    nullable: true,
    description: "Where the product version stands in its support life.",
  })
  readonly phase!: LifecyclePhase | null;

  @Field(() => String, { description: "What the plan covers, in a sentence." })
  readonly scope!: string;

  @Field(() => Boolean, { description: "Whether this request uses an incident of it; not once that was given back." })
  readonly isCharged!: boolean;
}
