/** What happened to a support request (R90): an interface with what every entry has, and a type for each kind. */
import { type Channel, TIMELINE_KINDS, type TimelineKind } from "@accord/domain";
import { type ClassType, Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar, EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { SeverityEnum } from "../../catalogue/graphql.js";
import { AttachmentType } from "../../files/graphql.js";
import { type Actor, ActorType } from "./actor.type.js";
import { ReceivedMailType } from "./received-mail.type.js";
import {
  ClosedReasonEnum,
  RequestStatusEnum,
  TIMELINE_KINDS_SAY,
  TimelineEntryKindEnum,
} from "./request-enums.type.js";
import { ChannelEnum } from "./request-life.type.js";
import { typeOfEntry } from "./type-of-entry.js";

@InterfaceType("TimelineEntry", {
  description: "Something that happened to a support request; its type says what can be asked of its kind.",
  implements: NodeType,
  resolveType: typeOfEntry,
})
export abstract class TimelineEntryType extends NodeType {
  @Field(() => TimelineEntryKindEnum, { description: "What happened." })
  readonly kind!: TimelineKind;

  @Field(() => ActorType, { description: "Who did it." })
  readonly actor?: Actor;

  @Field(() => Boolean, { description: "Whether it came from the support organisation." })
  readonly isFromSupport!: boolean;

  @Field(() => ChannelEnum, { description: "How it came in." })
  readonly channel!: Channel;

  @Field(() => Boolean, { description: "Whether it stays inside the support organisation." })
  readonly isInternal!: boolean;
}

const optional = (type: () => unknown, description: string): PropertyDecorator =>
  Field(type as () => StringConstructor, { nullable: true, description });

const words = (description: string) => optional(() => String, description);

const FILES: PropertyDecorator = (entry, name) => {
  Field(() => [AttachmentType], { description: "Files that were sent with it." })(entry, name);
  AtMost("filesPerRequest")(entry, name);
};
const STATUS = optional(() => RequestStatusEnum, "The status it led to.");
const EDITABLE = {
  editedAt: optional(() => DateTimeScalar, "When its text was last corrected."),
  canEdit: Field(() => Boolean, { description: "Whether this account may correct it now." }),
};
const BY_MAIL = {
  quoted: words("The mail that an answer by mail quotes."),
  mail: optional(() => ReceivedMailType, "What is known of the mail it came in by."),
};
const WRITTEN = { text: words("What was written, in Markdown."), attachments: FILES };
const contactName = words("Name of the contact.");
const severity = optional(() => SeverityEnum, "The severity it is about.");
const email = optional(() => EmailAddressScalar, "Address of the account.");
const reason = words("Why, in the words of who did it.");

/** What an entry of a kind has beside what all have. */
const FIELDS: Readonly<Record<TimelineKind, Readonly<Record<string, PropertyDecorator>>>> = {
  SUBMITTED: { status: STATUS, attachments: FILES },
  ASSIGNED: { engineerName: words("Name of the engineer."), status: STATUS },
  REPLY: { ...WRITTEN, ...EDITABLE, ...BY_MAIL, status: STATUS },
  NOTE: { ...WRITTEN, ...EDITABLE },
  STATUS_CHANGED: { status: STATUS },
  CONTACT_ADDED: { contactName },
  CONTACT_REMOVED: { contactName },
  CONTACT_LEFT: { contactName },
  PRIMARY_CONTACT_CHANGED: { contactName },
  CONTACT_ADDRESS_CHANGED: { contactName },
  CLOSED: { status: STATUS, closedReason: optional(() => ClosedReasonEnum, "Why it was closed.") },
  REOPENED: { reason, status: STATUS },
  SEVERITY_CHANGE_ASKED: { severity, reason },
  SEVERITY_CHANGED: { severity, reason },
  ATTACHMENT_ADDED: { fileName: words("Name of the file."), attachments: FILES },
  HANDED_OVER: { recipientName: words("Name of the engineer or team."), note: words("What was said to them.") },
  ROUTED: {},
  INVITATION_REDEEMED: { email },
  ACCESS_ASKED: { email },
  MAIL_BOUNCED: { contactName },
  INCIDENT_REFUNDED: {},
  RATED: { score: optional(() => Int, "From 1 to 5."), comment: words("What was said with it.") },
  CLOSING_SOON: {},
  SPLIT_PROPOSED: {
    title: words("Title that the second request would have."),
    description: words("What it would be about."),
  },
  SPLIT_DECIDED: { requestNumber: words("Number of the second request; null where none was opened.") },
  NEAR_BREACH: {},
  BREACHED: {},
  AUTO_REPLY: {
    ...WRITTEN,
    ...BY_MAIL,
    canMarkAsMessage: Field(() => Boolean, { description: "Whether this account may say that it is a message." }),
  },
  MARKED_AS_MESSAGE: { senderName: words("Who the automatic reply was from."), status: STATUS },
};

const entryTypeOf = (kind: TimelineKind): ClassType<TimelineEntryType> => {
  @ObjectType(typeOfEntry({ kind }), {
    description: TIMELINE_KINDS_SAY[kind],
    implements: TimelineEntryType,
    simpleResolvers: true,
  })
  class EntryType extends TimelineEntryType {}
  for (const [name, declare] of Object.entries(FIELDS[kind])) declare(EntryType.prototype, name);
  return EntryType;
};

/** The type of each kind, in the order of the kinds. */
export const ENTRY_TYPES: readonly ClassType<TimelineEntryType>[] = TIMELINE_KINDS.map(entryTypeOf);

export const { connection: TimelineEntryConnectionType } = connectionOf<TimelineEntryType>(
  "TimelineEntry",
  // An interface is asked for as a type is.
  () => TimelineEntryType as ClassType<TimelineEntryType>,
  "timeline entries",
);
