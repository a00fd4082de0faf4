/** The thing engineers work on, as its contacts and its engineer see it (R80-R98). */

import {
  type Category,
  type CivilDate,
  type ClosedReason,
  CONTACT_LIMIT,
  type ContactRole,
  type EpochMs,
  type GeneralTopic,
  type MetadataEntry,
  type Problem,
  type ProductVersion,
  type Programme,
  REFERENCE_LIMITS,
  type RequestContact,
  type RequestStatus,
  type Severity,
  type SupportRequest,
  type Turn,
} from "@accord/domain";
import { Args, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { CountryCodeScalar, DateTimeScalar, LocalDateScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import {
  CategoryType,
  FirstResponseType,
  GeneralTopicType,
  ProblemType,
  ProductVersionType,
  ProgrammeType,
  SeverityEnum,
} from "../../catalogue/graphql.js";
import { AttachmentType } from "../../files/graphql.js";
import { MetadataEntryType } from "../../references/graphql.js";
import type { TimelineRow } from "../storage/request.store.js";
import { ContactType, EngineerType } from "./contact.type.js";
import { AccessAskType } from "./invitation.type.js";
import { MailTroubleType } from "./mail-trouble.type.js";
import { ClosedReasonEnum, ContactRoleEnum, RequestStatusEnum, TurnEnum } from "./request-enums.type.js";
import { RatingType, RequestActionsType, SeverityAskType } from "./request-life.type.js";
import { TimelineEntryConnectionType } from "./timeline.type.js";

type Shown =
  | "number"
  | "title"
  | "description"
  | "status"
  | "closedReason"
  | "severity"
  | "support24x7"
  | "country"
  | "timeZone"
  | "createdAt"
  | "updatedAt"
  | "closedAt"
  | "consumedAt"
  | "firstResponseDueAt"
  | "lastCommunicationAt";

@ObjectType("SupportRequest", {
  description: "A support request. Only its contacts and the engineer who owns it see it.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SupportRequestType extends NodeType implements Pick<SupportRequest, Shown> {
  @Field(() => String, { description: "Number shown to people: sixteen digits." })
  readonly number!: string;

  @Field(() => String, { description: "Title." })
  readonly title!: string;

  @Field(() => String, { description: "Description of the problem." })
  readonly description!: string;

  @Field(() => RequestStatusEnum, { description: "Where it stands." })
  readonly status!: RequestStatus;

  @Field(() => ClosedReasonEnum, { nullable: true, description: "Why it was closed." })
  readonly closedReason!: ClosedReason | null;

  @Field(() => TurnEnum, { description: "Who is to act next." })
  readonly turn!: Turn;

  @Field(() => SeverityEnum, { description: "Impact on the customer's business." })
  readonly severity!: Severity;

  @Field(() => Boolean, { description: "Whether round-the-clock support was chosen." })
  readonly support24x7!: boolean;

  @Field(() => ProductVersionType, {
    description: "The product version it is about; for a general question, its topic.",
  })
  readonly productVersion!: ProductVersion;

  @Field(() => GeneralTopicType, { nullable: true, description: "Its topic, when it is about no product." })
  readonly generalTopic?: GeneralTopic | null;

  @Field(() => CategoryType, { description: "Category of the problem." })
  readonly category!: Category;

  @Field(() => ProblemType, { description: "The problem." })
  readonly problem!: Problem;

  @Field(() => CountryCodeScalar, { description: "Where the customer is." })
  readonly country!: string;

  @Field(() => TimeZoneScalar, { description: "Time zone of the customer." })
  readonly timeZone!: string;

  @Field(() => DateTimeScalar, { description: "When it was submitted." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it last changed." })
  readonly updatedAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was closed." })
  readonly closedAt!: EpochMs | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its incident was used." })
  readonly consumedAt!: EpochMs | null;

  @Field(() => DateTimeScalar, { description: "When the first answer is due." })
  readonly firstResponseDueAt!: EpochMs;

  @Field(() => FirstResponseType, { description: "The deadline of the first answer, explained." })
  readonly firstResponse!: FirstResponseType;

  @Field(() => DateTimeScalar, { nullable: true, description: "When somebody last wrote." })
  readonly lastCommunicationAt!: EpochMs | null;

  @Field(() => EngineerType, { nullable: true, description: "The engineer who owns it." })
  readonly engineer!: EngineerType | null;

  @Field(() => ProgrammeType, { nullable: true, description: "Programme of the plan it was charged to." })
  readonly programme!: Programme | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of that plan." })
  readonly planEndsOn!: CivilDate | null;

  @Field(() => Int, { nullable: true, description: "Incidents left of that plan; null: unlimited, or no plan." })
  readonly planIncidentsRemaining!: number | null;

  @Field(() => ContactType, { description: "The person the engineer contacts." })
  readonly primaryContact!: RequestContact;

  @AtMost(CONTACT_LIMIT)
  @Field(() => [ContactType], { description: "Further people who see it." })
  readonly additionalContacts!: readonly RequestContact[];

  @Field(() => ContactRoleEnum, { nullable: true, description: "This account's part; null for the engineer." })
  readonly viewerRole!: ContactRole | null;

  @Field(() => Boolean, { description: "Whether this account may add contacts." })
  readonly viewerCanAddContacts!: boolean;

  @AtMost(CONTACT_LIMIT)
  @Field(() => [ID], { description: "Contacts this account may remove." })
  readonly viewerCanRemoveContactIds!: readonly string[];

  @Field(() => RequestActionsType, { description: "What this account may do with it now." })
  readonly viewerCan!: RequestActionsType;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it is closed unless somebody writes; null while it is not the customer's turn.",
  })
  readonly closesAt!: EpochMs | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the contacts were told that it will be closed." })
  readonly closingNoticeAt!: EpochMs | null;

  @Field(() => SeverityAskType, { nullable: true, description: "The severity a contact asked for." })
  readonly severityAsk!: SeverityAskType | null;

  @Field(() => RatingType, { nullable: true, description: "The contacts' rating." })
  readonly rating!: RatingType | null;

  @Field(() => Boolean, { description: "Whether this account gets mail about it." })
  readonly isSubscribed?: boolean;

  @AtMost(100)
  @Field(() => [MailTroubleType], { description: "Contacts whom mail does not reach." })
  readonly mailTrouble?: readonly MailTroubleType[];

  @AtMost(1000)
  @Field(() => [AccessAskType], { description: "Who asks to be added, as its contacts and its engineer see it." })
  readonly accessAsks?: readonly AccessAskType[];

  @AtMost("filesPerRequest")
  @Field(() => [AttachmentType], { description: "All files that were sent with it and its communications." })
  readonly attachments?: readonly AttachmentType[];

  @Field(() => TimelineEntryConnectionType, { description: "What happened to it, newest first." })
  timeline(@Args(() => PageArgs) _page: PageArgs): RowConnection<TimelineRow> {
    return leaveToReader();
  }

  @Field(() => String, { nullable: true, description: "What your system calls it; null: it gave it no name." })
  readonly externalReference?: string | null;

  @AtMost(REFERENCE_LIMITS.entries)
  @Field(() => [MetadataEntryType], { description: "What your system keeps with it, by name." })
  readonly metadata?: readonly MetadataEntry[];
}

export const { connection: SupportRequestConnectionType } = connectionOf(
  "SupportRequest",
  () => SupportRequestType,
  "support requests",
);
