/** Access of contacts: links, what became of them, and who asks to be added (G5, F46). */
import type { ContactAccess, EpochMs } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar, EmailAddressScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";

export const ContactAccessEnum = publishCodes<ContactAccess>("ContactAccess", "Whether a contact sees the request.", {
  HAS_ACCESS: "An account is bound to the contact.",
  INVITED: "There is a one-time link that was not used yet.",
  NOT_PROVEN: "Nobody has proven the address, and no link is open.",
});

@ObjectType("ContactInvitation", { description: "The open one-time link of a contact.", simpleResolvers: true })
export class ContactInvitationType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was mailed; null: not yet, or it was only copied.",
  })
  readonly sentAt!: EpochMs | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When its mail may go, while it waits for its turn because so many were sent; null: it waits for nothing.",
  })
  readonly mailWaitsUntil?: EpochMs | null;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly expiresAt!: EpochMs;
}

@ObjectType("InvitationLink", { description: "A one-time link, shown once.", simpleResolvers: true })
export class InvitationLinkType {
  @Field(() => ID, { description: "The contact it is for." })
  readonly contactId!: string;

  @Field(() => UrlScalar, { description: "Its address; whoever signs in with it becomes this contact." })
  readonly url!: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly expiresAt!: EpochMs;
}

@ObjectType("AccessAsk", {
  description: "Somebody who asks to be added, as the identity provider names them.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AccessAskType extends NodeType {
  @Field(() => String, { description: "Name." })
  readonly accountName!: string;

  @Field(() => EmailAddressScalar, { description: "E-mail address." })
  readonly accountEmail!: string;

  @Field(() => Boolean, { description: "Whether the address is proven to be theirs." })
  readonly isEmailProven!: boolean;
}
