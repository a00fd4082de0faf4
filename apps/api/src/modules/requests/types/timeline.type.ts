/** What happened to a support request (R90). */
import type { Channel, EpochMs, RequestStatus, Severity, TimelineKind } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { SeverityEnum } from "../../catalogue/graphql.js";
import { AttachmentType } from "../../files/graphql.js";
import { type Actor, ActorType } from "./actor.type.js";
import { ReceivedMailType } from "./received-mail.type.js";
import { RequestStatusEnum, TimelineEntryKindEnum } from "./request-enums.type.js";
import { ChannelEnum } from "./request-life.type.js";

@ObjectType("TimelineEntry", {
  description: "Something that happened to a support request.",
  implements: NodeType,
  simpleResolvers: true,
})
export class TimelineEntryType extends NodeType {
  @Field(() => TimelineEntryKindEnum, { description: "What happened." })
  readonly kind!: TimelineKind;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  readonly at!: EpochMs;

  @Field(() => ActorType, { description: "Who did it." })
  readonly actor?: Actor;

  @Field(() => Boolean, { description: "Whether it came from the support organisation." })
  readonly isFromSupport!: boolean;

  @Field(() => String, { nullable: true, description: "What was written." })
  readonly text!: string | null;

  @Field(() => RequestStatusEnum, { nullable: true, description: "The status it led to." })
  readonly status!: RequestStatus | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its text was last corrected." })
  readonly editedAt!: EpochMs | null;

  @Field(() => Boolean, { description: "Whether this account may correct it now." })
  readonly canEdit!: boolean;

  @Field(() => ChannelEnum, { description: "How it came in." })
  readonly channel!: Channel;

  @Field(() => Boolean, { description: "Whether it stays inside the support organisation." })
  readonly isInternal!: boolean;

  @Field(() => SeverityEnum, { nullable: true, description: "The severity it is about." })
  readonly severity!: Severity | null;

  @Field(() => String, { nullable: true, description: "Name or number of what it is about." })
  readonly subject!: string | null;

  @AtMost("filesPerRequest")
  @Field(() => [AttachmentType], { description: "Files that were sent with it." })
  readonly attachments?: readonly AttachmentType[];

  @Field(() => String, { nullable: true, description: "The mail that an answer by mail quotes." })
  readonly quoted!: string | null;

  @Field(() => ReceivedMailType, { nullable: true, description: "What is known of the mail it came in by." })
  readonly mail?: ReceivedMailType | null;

  @Field(() => Boolean, { description: "Whether this account may say that an automatic reply is a message." })
  readonly canMarkAsMessage?: boolean;
}

export const { connection: TimelineEntryConnectionType } = connectionOf(
  "TimelineEntry",
  () => TimelineEntryType,
  "timeline entries",
);
