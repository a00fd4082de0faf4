/** What the mutations of the workspace answer (F41, F52-F55). */

import type { SavedView, SplitProposal } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { RequestPayload, SplitProposalType, SupportRequestType } from "../requests/graphql.js";
import type { RequestDetail } from "../requests/module.js";
import type { CannedReply } from "./storage/canned-reply.table.js";
import { CannedReplyType, SavedViewType } from "./types/workspace.type.js";

@ObjectType("CreateSplitProposalPayload", { description: "What proposing leads to.", simpleResolvers: true })
export class CreateSplitProposalPayload extends MutationPayload {
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

@ObjectType("RemoveViewPayload", { description: "What forgetting a view leads to.", simpleResolvers: true })
export class RemoveViewPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the view that is gone." })
  readonly removedViewId!: string | null;
}

@ObjectType("RemoveCannedReplyPayload", { description: "What forgetting a reply leads to.", simpleResolvers: true })
export class RemoveCannedReplyPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the reply that is gone." })
  readonly removedReplyId!: string | null;
}

@ObjectType("TakeRequestPayload", { description: "What taking a support request leads to.", simpleResolvers: true })
export class TakeRequestPayload extends RequestPayload {}

@ObjectType("HandOverRequestPayload", {
  description: "What handing a support request over leads to.",
  simpleResolvers: true,
})
export class HandOverRequestPayload extends RequestPayload {}

@ObjectType("UpdateRequestAssignmentPayload", {
  description: "What giving a support request to somebody leads to.",
  simpleResolvers: true,
})
export class UpdateRequestAssignmentPayload extends RequestPayload {}

@ObjectType("UpdateRequestStatusPayload", { description: "What another status leads to.", simpleResolvers: true })
export class UpdateRequestStatusPayload extends RequestPayload {}

@ObjectType("UpdateRequestSeverityPayload", { description: "What another severity leads to.", simpleResolvers: true })
export class UpdateRequestSeverityPayload extends RequestPayload {}

@ObjectType("RefundIncidentPayload", { description: "What giving an incident back leads to.", simpleResolvers: true })
export class RefundIncidentPayload extends RequestPayload {}

@ObjectType("CreateRequestForCustomerPayload", {
  description: "What entering a support request for a customer leads to.",
  simpleResolvers: true,
})
export class CreateRequestForCustomerPayload extends RequestPayload {}
