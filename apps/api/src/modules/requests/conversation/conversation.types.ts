/** Inputs and payloads of the conversation and the life of a request (R91, F42, F49, F51). */
import type { ClosedReason, RequestStatus, Severity } from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { SeverityEnum } from "../../catalogue/graphql.js";
import { RequestPayload } from "../request-payload.js";
import type { RequestDetail, TimelineRow } from "../storage/request.store.js";
import { ClosedReasonEnum, RequestStatusEnum } from "../types/request-enums.type.js";
import { SupportRequestType } from "../types/support-request.type.js";
import { TimelineEntryType } from "../types/timeline.type.js";

const REQUEST = { description: "Id of the support request." } as const;

@InputType("AddCommunicationInput", { description: "Something to write in a support request." })
export class AddCommunicationInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => String, { description: "The text, 1 to 20,000 characters; Markdown, kept as it is." })
  readonly text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "Uploads of yours to this request that go along: complete, not sent yet.",
  })
  readonly attachmentIds?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "A note that no customer ever sees; engineers only.",
  })
  readonly isInternal?: boolean | null;

  @Field(() => RequestStatusEnum, {
    nullable: true,
    description: "Status to move the request to along with it; the engineer who owns it only.",
  })
  readonly markAs?: RequestStatus | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("AddCommunicationPayload", { description: "What writing leads to.", simpleResolvers: true })
export class AddCommunicationPayload extends MutationPayload {
  @Field(() => TimelineEntryType, { nullable: true, description: "What was written." })
  readonly entry!: TimelineRow | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}

@InputType("UpdateCommunicationInput", { description: "A new text for one's own communication." })
export class UpdateCommunicationInput {
  @Field(() => ID, { description: "Id of the timeline entry." })
  readonly entryId!: string;

  @Field(() => String, { description: "The text that takes its place." })
  readonly text!: string;
}

@ObjectType("UpdateCommunicationPayload", { description: "What correcting leads to.", simpleResolvers: true })
export class UpdateCommunicationPayload extends MutationPayload {
  @Field(() => TimelineEntryType, { nullable: true, description: "The entry with its new text." })
  readonly entry!: TimelineRow | null;
}

@InputType("MarkAsMessageInput", { description: "An automatic reply that is a message." })
export class MarkAsMessageInput {
  @Field(() => ID, { description: "Id of the timeline entry." })
  readonly entryId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("MarkAsMessagePayload", { description: "What marking as a message leads to.", simpleResolvers: true })
export class MarkAsMessagePayload extends MutationPayload {
  @Field(() => TimelineEntryType, { nullable: true, description: "The entry, a reply now." })
  readonly entry!: TimelineRow | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}

@InputType("RatingInput", { description: "How a contact finds the support they got." })
export class RatingInput {
  @Field(() => Int, { description: "From 1 (bad) to 5 (good)." })
  readonly score!: number;

  @Field(() => String, { nullable: true, description: "A word about it, up to 2,000 characters." })
  readonly comment?: string | null;
}

@InputType("CloseRequestInput", { description: "A support request to close." })
export class CloseRequestInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => ClosedReasonEnum, {
    nullable: true,
    description: "Why: engineers must say, contacts close what is SOLVED.",
  })
  readonly reason?: ClosedReason | null;

  @Field(() => RatingInput, { nullable: true, description: "The contact's rating." })
  readonly rating?: RatingInput | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("ReopenRequestInput", { description: "A closed support request to open again." })
export class ReopenRequestInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => String, { description: "Why, up to 2,000 characters." })
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CreateSeverityAskInput", { description: "Another severity for a support request." })
export class CreateSeverityAskInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => SeverityEnum, { description: "The severity wanted." })
  readonly severity!: Severity;

  @Field(() => String, { description: "Why, up to 2,000 characters." })
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CancelRequestInput", { description: "A support request to take back." })
export class CancelRequestInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("UpdateRequestRatingInput", { description: "A rating of the support of a request." })
export class UpdateRequestRatingInput extends RatingInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("CloseRequestPayload", { description: "What closing a support request leads to.", simpleResolvers: true })
export class CloseRequestPayload extends RequestPayload {}

@ObjectType("ReopenRequestPayload", {
  description: "What opening a support request again leads to.",
  simpleResolvers: true,
})
export class ReopenRequestPayload extends RequestPayload {}

@ObjectType("CreateSeverityAskPayload", {
  description: "What asking for another severity leads to.",
  simpleResolvers: true,
})
export class CreateSeverityAskPayload extends RequestPayload {}

@ObjectType("CancelRequestPayload", {
  description: "What taking a support request back leads to.",
  simpleResolvers: true,
})
export class CancelRequestPayload extends RequestPayload {}

@ObjectType("UpdateRequestRatingPayload", { description: "What rating the support leads to.", simpleResolvers: true })
export class UpdateRequestRatingPayload extends RequestPayload {}
