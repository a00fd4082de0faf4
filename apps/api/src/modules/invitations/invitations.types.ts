/** Inputs and payloads of one-time links and asks for access (R95-R97, F46). */
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { InvitationLinkType, SupportRequestType } from "../requests/graphql.js";
import type { RequestDetail } from "../requests/module.js";

const TOKEN = { description: "The last part of the link's address." } as const;

@InputType("CreateInvitationInput", { description: "A one-time link for a contact; it replaces the one before." })
export class CreateInvitationInput {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId!: string;

  @Field(() => ID, { description: "Id of the contact." })
  readonly contactId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether it is mailed to the contact as well.",
  })
  readonly send?: boolean | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("CreateInvitationPayload", { description: "What inviting leads to.", simpleResolvers: true })
export class CreateInvitationPayload extends MutationPayload {
  @Field(() => InvitationLinkType, { nullable: true, description: "The link, shown this once." })
  readonly invitation!: InvitationLinkType | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}

@InputType("RedeemInvitationInput", { description: "A one-time link somebody was given." })
export class RedeemInvitationInput {
  @Field(() => String, TOKEN)
  readonly token!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("RedeemInvitationPayload", { description: "What redeeming a link leads to.", simpleResolvers: true })
export class RedeemInvitationPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request it opens." })
  readonly request!: RequestDetail | null;
}

@InputType("CreateAccessAskInput", { description: "A support request somebody wants to see." })
export class CreateAccessAskInput {
  @Field(() => String, { description: "Its number: sixteen digits." })
  readonly number!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("CreateAccessAskPayload", { description: "What asking leads to.", simpleResolvers: true })
export class CreateAccessAskPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "True, whether there is such a request or not." })
  readonly isAsked!: boolean | null;
}

@InputType("DecideAccessAskInput", { description: "The answer to somebody who asks to be added." })
export class DecideAccessAskInput {
  @Field(() => ID, { description: "Id of the ask." })
  readonly askId!: string;

  @Field(() => Boolean, { description: "Whether the account becomes a contact. A no is told to nobody." })
  readonly isGranted!: boolean;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("DecideAccessAskPayload", { description: "What the answer leads to.", simpleResolvers: true })
export class DecideAccessAskPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}
