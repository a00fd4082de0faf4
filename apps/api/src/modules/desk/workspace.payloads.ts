/** What the mutations of the workspace answer (F41, F52-F55). */

import type { SavedView, SplitProposal } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { SplitProposalType, SupportRequestType } from "../requests/graphql.js";
import type { RequestDetail } from "../requests/module.js";
import type { CannedReply } from "./storage/canned-reply.table.js";
import { CannedReplyType, SavedViewType } from "./types/workspace.type.js";

@ObjectType("ProposeSplitPayload", { description: "What proposing leads to.", simpleResolvers: true })
export class ProposeSplitPayload extends MutationPayload {
  @Field(() => SplitProposalType, { nullable: true, description: "The proposal." })
  readonly proposal!: SplitProposal | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}

@ObjectType("DecideSplitPayload", { description: "What a contact's decision leads to.", simpleResolvers: true })
export class DecideSplitPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The first request." })
  readonly request!: RequestDetail | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The second request, where the contact agreed." })
  readonly newRequest!: RequestDetail | null;
}

@ObjectType("SaveViewPayload", { description: "What keeping a view leads to.", simpleResolvers: true })
export class SaveViewPayload extends MutationPayload {
  @Field(() => SavedViewType, { nullable: true, description: "The view." })
  readonly view!: SavedView | null;
}

@ObjectType("SaveCannedReplyPayload", { description: "What keeping a reply leads to.", simpleResolvers: true })
export class SaveCannedReplyPayload extends MutationPayload {
  @Field(() => CannedReplyType, { nullable: true, description: "The reply." })
  readonly reply!: CannedReply | null;
}

@ObjectType("RemovedPayload", { description: "What removing something leads to.", simpleResolvers: true })
export class RemovedPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Its id." })
  readonly removedId!: string | null;
}
