/** What happened to a support request (R90). */
import type { EpochMs, RequestStatus, TimelineKind } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../graphql/scalars.js";
import { connectionOf } from "./connection.type.js";
import { RequestStatusEnum, TimelineEntryKindEnum } from "./request-enums.type.js";

@ObjectType("TimelineEntry", { description: "Something that happened to a support request.", simpleResolvers: true })
export class TimelineEntryType {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id!: string;

  @Field(() => TimelineEntryKindEnum, { description: "What happened." })
  readonly kind!: TimelineKind;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  readonly at!: EpochMs;

  @Field(() => String, { nullable: true, description: "Who did it; null for the system." })
  readonly actorName!: string | null;

  @Field(() => Boolean, { description: "Whether it came from the support organisation." })
  readonly isFromSupport!: boolean;

  @Field(() => String, { nullable: true, description: "What was written." })
  readonly text!: string | null;

  @Field(() => RequestStatusEnum, { nullable: true, description: "The status it led to." })
  readonly status!: RequestStatus | null;
}

export const { connection: TimelineEntryConnectionType } = connectionOf(
  "TimelineEntry",
  () => TimelineEntryType,
  "timeline entries",
);
