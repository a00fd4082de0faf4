/** What an account is told in the portal, and what it wants by mail (F71, F72, P12). */
import type { EpochMs, NoticeKind, SupportRequest } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { SupportRequestType } from "../../requests/graphql.js";

export const NoticeKindEnum = publishCodes<NoticeKind>("NoticeKind", "What a notice tells.", {
  ADDED_AS_CONTACT: "The person is a contact of the request now. Never sent by mail.",
  REPLY: "There is a new message.",
  STATUS_CHANGED: "The request stands elsewhere. By mail only when the customer is to act.",
  CLOSING_SOON: "The request will be closed unless somebody answers.",
  CLOSED: "The request is closed.",
  NEW_WORK: "A request waits for an engineer.",
  ASSIGNED: "The request belongs to the engineer now.",
  CUSTOMER_REPLY: "There is something new from the customer.",
  NEAR_BREACH: "The first answer is due soon.",
  BREACHED: "The first answer is late.",
  ACCESS_ASKED: "Somebody asks to become a contact.",
  SPLIT_PROPOSED: "The engineer proposes to handle a second problem on its own.",
});

@ObjectType("Notice", {
  description: "Something the account is told in the portal.",
  implements: NodeType,
  simpleResolvers: true,
})
export class NoticeType extends NodeType {
  @Field(() => NoticeKindEnum, { description: "What it tells." })
  readonly kind!: NoticeKind;

  @Field(() => SupportRequestType, { nullable: true, description: "The request, while the account may see it." })
  readonly request?: SupportRequest | null;

  @Field(() => String, { nullable: true, description: "Number of the request; null once it is out of sight." })
  readonly number?: string | null;

  @Field(() => String, { nullable: true, description: "Title of the request, while the account may see it." })
  readonly title?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was read; null: not yet." })
  readonly readAt!: EpochMs | null;
}

export const { connection: NoticeConnectionType } = connectionOf("Notice", () => NoticeType, "notices");

@ObjectType("NoticePreferences", { description: "Which notices come by mail as well.", simpleResolvers: true })
export class NoticePreferencesType {
  @Field(() => [NoticeKindEnum], { description: "Kinds sent by mail." })
  readonly mailOn!: readonly NoticeKind[];
}
