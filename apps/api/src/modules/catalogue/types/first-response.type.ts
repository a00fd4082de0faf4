/** When the first answer is due, and why then (F65-F68). */
import type { EpochMs, FIRST_RESPONSE_STATES, FirstResponseState, SPAN_KINDS, SpanKind } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { DateTimeScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";

export const FirstResponseStateEnum = publishCodes<FirstResponseState>(
  "FirstResponseState",
  "How the first answer stands to its deadline.",
  {
    PENDING: "Not answered yet, and there is time.",
    NEAR_BREACH: "Not answered yet, and a quarter of the time that counts, or less, is left.",
    BREACHED: "Not answered, and late.",
    MET: "Answered in time.",
    MISSED: "Answered late.",
  } satisfies Record<(typeof FIRST_RESPONSE_STATES)[number], string>,
);

export const DeadlineIntervalKindEnum = publishCodes<SpanKind>(
  "DeadlineIntervalKind",
  "Why a span of time counts towards a deadline, or does not.",
  {
    COUNTED: "Counted.",
    OUTSIDE_BUSINESS_HOURS: "Not counted: outside business hours.",
    WEEKEND: "Not counted: no business day of the country.",
    HOLIDAY: "Not counted: a public holiday.",
    WAITING_FOR_CUSTOMER: "Not counted: support waited for the customer.",
  } satisfies Record<(typeof SPAN_KINDS)[number], string>,
);

@ObjectType("DeadlineInterval", { description: "A span of time on the way to a deadline.", simpleResolvers: true })
export class DeadlineIntervalType {
  @Field(() => DateTimeScalar, { description: "Start." })
  readonly from!: EpochMs;

  @Field(() => DateTimeScalar, { description: "End." })
  readonly until!: EpochMs;

  @Field(() => Int, { description: "Its length in whole minutes." })
  readonly minutes!: number;

  @Field(() => DeadlineIntervalKindEnum, { description: "Whether it counts, and why not." })
  readonly kind!: SpanKind;

  @Field(() => String, { nullable: true, description: "Name of the holiday." })
  readonly name!: string | null;
}

@ObjectType("FirstResponse", {
  description:
    "The deadline of the first answer with its explanation: from the submission to the deadline without gaps.",
  simpleResolvers: true,
})
export class FirstResponseType {
  @Field(() => DateTimeScalar, { description: "When the first answer is due." })
  readonly dueAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When an engineer first answered." })
  readonly respondedAt!: EpochMs | null;

  @Field(() => FirstResponseStateEnum, { description: "How it stands." })
  readonly state!: FirstResponseState;

  @Field(() => Int, { description: "Hours to the first answer." })
  readonly targetHours!: number;

  @Field(() => Boolean, { description: "Whether they are business hours." })
  readonly isBusinessTime!: boolean;

  @Field(() => TimeZoneScalar, { description: "Zone in which business hours are kept." })
  readonly timeZone!: string;

  @AtMost(1000)
  @Field(() => [DeadlineIntervalType], { description: "What counts, what does not, and why." })
  readonly intervals!: readonly DeadlineIntervalType[];
}
