/** A request as it stands in the queue: fields this account may not see are null (F52). */
import type {
  EpochMs,
  FirstResponseState,
  Language,
  ProductVersion,
  QueueSight,
  RequestStatus,
  Routing,
  Severity,
  Team,
  Turn,
} from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { CountryCodeScalar, DateTimeScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { FirstResponseStateEnum, ProductVersionType, SeverityEnum } from "../../catalogue/graphql.js";
import { AttachmentType } from "../../files/graphql.js";
import type { AttachmentDetail } from "../../files/module.js";
import { LanguageCodeEnum } from "../../identity/graphql.js";
import { RequestStatusEnum, TurnEnum } from "../../requests/graphql.js";
import { RoutingExplanationType, StaffMemberType, TeamType } from "../../teams/graphql.js";
import { QueueSightEnum } from "./workspace-enums.type.js";

@ObjectType("QueueDeadline", {
  description: "When the first answer is due, and how that stands.",
  simpleResolvers: true,
})
export class QueueDeadlineType {
  @Field(() => DateTimeScalar, { description: "When it is due." })
  readonly dueAt!: EpochMs;

  @Field(() => FirstResponseStateEnum, { description: "How it stands." })
  readonly state!: FirstResponseState;
}

@ObjectType("QueueItem", { description: "A support request in the queue of the engineers.", simpleResolvers: true })
export class QueueItemType {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId?: string;

  @Field(() => QueueSightEnum, { description: "How much of it this account sees." })
  readonly sight!: QueueSight;

  @Field(() => ProductVersionType, {
    description: "The product version it is about; for a general question, its topic.",
  })
  readonly productVersion?: ProductVersion;

  @Field(() => SeverityEnum, { description: "Severity." })
  readonly severity!: Severity;

  @Field(() => DateTimeScalar, { description: "When it was submitted." })
  readonly createdAt!: EpochMs;

  @Field(() => TeamType, { nullable: true, description: "The team it is routed to." })
  readonly team?: Team | null;

  @Field(() => StaffMemberType, { nullable: true, description: "The engineer who owns it." })
  readonly engineer?: StaffMemberType | null;

  @Field(() => Boolean, { description: "Whether this account owns it." })
  readonly isMine?: boolean;

  @Field(() => Boolean, { description: "Whether this account may take it now." })
  readonly canTake?: boolean;

  @Field(() => String, { nullable: true, description: "Number shown to people." })
  readonly number?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether round-the-clock support was chosen." })
  readonly support24x7?: boolean | null;

  @Field(() => RequestStatusEnum, { nullable: true, description: "Status." })
  readonly status?: RequestStatus | null;

  @Field(() => TurnEnum, { nullable: true, description: "Whose turn it is." })
  readonly turn?: Turn | null;

  @Field(() => QueueDeadlineType, { nullable: true, description: "The first answer." })
  readonly firstResponse?: QueueDeadlineType | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: "Country." })
  readonly country?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Time zone." })
  readonly timeZone?: string | null;

  @Field(() => LanguageCodeEnum, { nullable: true, description: "Language of the person who entered it." })
  readonly language?: Language | null;

  @Field(() => SeverityEnum, { nullable: true, description: "The severity a contact asks for." })
  readonly askedSeverity?: Severity | null;

  @Field(() => String, { nullable: true, description: "Title." })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: "Description of the problem." })
  readonly description?: string | null;

  @AtMost("filesPerRequest")
  @Field(() => [AttachmentType], {
    nullable: true,
    description: "Files that were sent with it and its communications; null where its text is not shown.",
  })
  readonly attachments?: readonly AttachmentDetail[] | null;

  @Field(() => RoutingExplanationType, { nullable: true, description: "Why it is where it is." })
  readonly routing?: Routing | null;
}

export const { connection: QueueItemConnectionType } = connectionOf(
  "QueueItem",
  () => QueueItemType,
  "requests of the queue",
);
