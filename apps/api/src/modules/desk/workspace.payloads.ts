/** What the mutations of the workspace answer (F41, F52-F55). */
import { Field, ID, ObjectType } from "type-graphql";
import { UserErrorType } from "../../kernel/graphql/user-error.type.js";
import { SplitProposalType, SupportRequestType } from "../requests/graphql.js";
import { CannedReplyType, SavedViewType } from "./types/workspace.type.js";

const WHY = "Why it was refused; empty when it was not.";

@ObjectType("ProposeSplitPayload", { description: "What proposing leads to.", simpleResolvers: true })
export class ProposeSplitPayload {
  @Field(() => SplitProposalType, { nullable: true, description: "The proposal." })
  readonly proposal?: object | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request?: object | null;

  @Field(() => [UserErrorType], { description: WHY })
  readonly userErrors!: readonly object[];
}

@ObjectType("DecideSplitPayload", { description: "What a contact's decision leads to.", simpleResolvers: true })
export class DecideSplitPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The first request." })
  readonly request?: object | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The second request, where the contact agreed." })
  readonly newRequest?: object | null;

  @Field(() => [UserErrorType], { description: WHY })
  readonly userErrors!: readonly object[];
}

@ObjectType("SaveViewPayload", { description: "What keeping a view leads to.", simpleResolvers: true })
export class SaveViewPayload {
  @Field(() => SavedViewType, { nullable: true, description: "The view." })
  readonly view?: object | null;

  @Field(() => [UserErrorType], { description: WHY })
  readonly userErrors!: readonly object[];
}

@ObjectType("SaveCannedReplyPayload", { description: "What keeping a reply leads to.", simpleResolvers: true })
export class SaveCannedReplyPayload {
  @Field(() => CannedReplyType, { nullable: true, description: "The reply." })
  readonly reply?: object | null;

  @Field(() => [UserErrorType], { description: WHY })
  readonly userErrors!: readonly object[];
}

@ObjectType("RemovedPayload", { description: "What removing something leads to.", simpleResolvers: true })
export class RemovedPayload {
  @Field(() => ID, { nullable: true, description: "Its id." })
  readonly removedId?: string | null;

  @Field(() => [UserErrorType], { description: WHY })
  readonly userErrors!: readonly object[];
}
