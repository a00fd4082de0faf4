/** What an administrator looks at in the morning (F79). */
import { Field, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { CurrencyCodeScalar, LocalDateScalar, MinorUnitsScalar } from "../../../kernel/graphql/scalars.js";
import { SeverityEnum } from "../../catalogue/graphql.js";

const RequestAgeEnum = publishCodes("RequestAge", "How long ago a request was made.", {
  DAY: "Within a day.",
  WEEK: "Within a week.",
  MONTH: "Within 30 days.",
  OLDER: "Longer ago.",
});

@ObjectType("OpenRequestCount", { description: "Open requests of one severity and age.", simpleResolvers: true })
export class OpenRequestCountType {
  @Field(() => SeverityEnum, { description: "Severity." })
  readonly severity!: string;

  @Field(() => RequestAgeEnum, { description: "How long ago they were made." })
  readonly age!: string;

  @Field(() => Int, { description: "How many." })
  readonly requests!: number;
}

@ObjectType("FirstResponseCount", {
  description: "First responses to the requests of the period.",
  simpleResolvers: true,
})
export class FirstResponseCountType {
  @Field(() => Int, { description: "Given in time." })
  readonly inTime!: number;

  @Field(() => Int, { description: "Given late, or late by now." })
  readonly late!: number;

  @Field(() => Int, { description: "Not given, and not late." })
  readonly waiting!: number;
}

@ObjectType("PlanCount", { description: "Plans that can be used now.", simpleResolvers: true })
export class PlanCountType {
  @Field(() => Int, { description: "All of them." })
  readonly active!: number;

  @Field(() => Int, { description: "With one incident left." })
  readonly lastIncident!: number;

  @Field(() => Int, { description: "With none left." })
  readonly empty!: number;

  @Field(() => Int, { description: "Ending within 30 days." })
  readonly endingIn30Days!: number;

  @Field(() => Int, { description: "Ending within 60 days." })
  readonly endingIn60Days!: number;

  @Field(() => Int, { description: "Ending within 90 days." })
  readonly endingIn90Days!: number;
}

@ObjectType("WeekCount", { description: "Incidents used in a week.", simpleResolvers: true })
export class WeekCountType {
  @Field(() => LocalDateScalar, { description: "Its Monday, UTC." })
  readonly weekOn!: string;

  @Field(() => Int, { description: "How many." })
  readonly incidents!: number;
}

@ObjectType("CurrencyTotal", { description: "Purchases in one currency.", simpleResolvers: true })
export class CurrencyTotalType {
  @Field(() => CurrencyCodeScalar, { description: "ISO 4217." })
  readonly currency!: string;

  @Field(() => Int, { description: "How many." })
  readonly purchases!: number;

  @Field(() => MinorUnitsScalar, { description: "Their sum in the smallest unit of the currency." })
  readonly amountMinor!: number;
}

@ObjectType("RefusalTotal", { description: "How often customers were refused for one reason.", simpleResolvers: true })
export class RefusalTotalType {
  @Field(() => String, { description: "Code of the refusal, or of the reason a plan could not be used for." })
  readonly code!: string;

  @Field(() => Int, { description: "How often." })
  readonly times!: number;

  @Field(() => String, { nullable: true, description: "What was said; null where it depends on the case." })
  readonly message!: string | null;
}

@ObjectType("Overview", {
  description: "The state of the desk, the plans and the purchases, and why customers were refused.",
  simpleResolvers: true,
})
export class OverviewType {
  @AtMost(100)
  @Field(() => [OpenRequestCountType], { description: "Open requests by severity and age; what is none is left out." })
  readonly openRequests!: readonly OpenRequestCountType[];

  @Field(() => FirstResponseCountType, { description: "First responses to the requests of the period." })
  readonly firstResponses!: FirstResponseCountType;

  @Field(() => PlanCountType, { description: "Plans that can be used now." })
  readonly plans!: PlanCountType;

  @AtMost(60)
  @Field(() => [WeekCountType], {
    description: "Incidents used in each week of the period; weeks without are left out.",
  })
  readonly incidentsByWeek!: readonly WeekCountType[];

  @AtMost(200)
  @Field(() => [CurrencyTotalType], { description: "Purchases of the period by currency." })
  readonly purchases!: readonly CurrencyTotalType[];

  @AtMost(200)
  @Field(() => [RefusalTotalType], { description: "Refusals of the period, the most frequent first." })
  readonly refusals!: readonly RefusalTotalType[];
}
