/** Inputs of the engineer workspace (F41, F52-F55). */
import type {
  FirstResponseState,
  Language,
  QueueOwner,
  RefundReason,
  RequestStatus,
  Severity,
  Turn,
} from "@accord/domain";
import { Field, ID, InputType } from "type-graphql";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { CountryCodeScalar, TimeZoneScalar } from "../../kernel/graphql/scalars.js";
import { FirstResponseStateEnum, SeverityEnum } from "../catalogue/graphql.js";
import { LanguageCodeEnum } from "../identity/graphql.js";
import { ContactInput, RequestStatusEnum, TurnEnum } from "../requests/graphql.js";
import { QueueOwnerEnum, RefundReasonEnum } from "./types/workspace-enums.type.js";

const REQUEST = { description: "Id of the support request." } as const;

@InputType("QueueFilter", {
  description: "Which requests of the queue; all of it must hold. Open ones unless statuses say otherwise.",
})
export class QueueFilterInput {
  @Field(() => [ID], { nullable: true, description: "Routed to one of these teams." })
  readonly teamIds?: readonly string[] | null;

  @Field(() => QueueOwnerEnum, { nullable: true, description: "Whose they are." })
  readonly owner?: QueueOwner | null;

  @Field(() => [RequestStatusEnum], { nullable: true, description: "In one of these statuses." })
  readonly statuses?: readonly RequestStatus[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: "Of one of these severities." })
  readonly severities?: readonly Severity[] | null;

  @Field(() => TurnEnum, { nullable: true, description: "Waiting for this side." })
  readonly turn?: Turn | null;

  @Field(() => [FirstResponseStateEnum], { nullable: true, description: "Whose first answer stands so." })
  readonly firstResponse?: readonly FirstResponseState[] | null;

  @Field(() => ID, { nullable: true, description: "About this product." })
  readonly productId?: string | null;
}

@InputType("TakeRequestInput", { description: "A support request to take." })
export class TakeRequestInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("HandOverRequestInput", { description: "A support request to give to one engineer or one team." })
export class HandOverRequestInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => ID, { nullable: true, description: "Account of the engineer; leave out to name a team." })
  readonly toEngineerId?: string | null;

  @Field(() => ID, { nullable: true, description: "The team; leave out to name an engineer." })
  readonly toTeamId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What to know about it, up to 2,000 characters; no customer sees it. Needed to hand over.",
  })
  readonly note?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("UpdateRequestAssignmentInput", {
  description: "A support request of anybody to give to one engineer or one team.",
})
export class UpdateRequestAssignmentInput extends HandOverRequestInput {}

@InputType("RemoveViewInput", { description: "A view to forget." })
export class RemoveViewInput {
  @Field(() => ID, { description: "Id of the view." })
  readonly viewId!: string;
}

@InputType("RemoveCannedReplyInput", { description: "A canned reply to forget." })
export class RemoveCannedReplyInput {
  @Field(() => ID, { description: "Id of the reply." })
  readonly replyId!: string;
}

@InputType("UpdateRequestStatusInput", { description: "Another status for a support request." })
export class UpdateRequestStatusInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => RequestStatusEnum, { description: "The status; closing goes by `closeRequest`." })
  readonly status!: RequestStatus;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("UpdateRequestSeverityInput", { description: "The severity of a support request as its engineer sets it." })
export class UpdateRequestSeverityInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => SeverityEnum, { description: "The severity; the one it has declines what a contact asked for." })
  readonly severity!: Severity;

  @Field(() => String, { nullable: true, description: "Why, up to 2,000 characters; the contacts see it." })
  readonly reason?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("RefundIncidentInput", { description: "An incident to give back." })
export class RefundIncidentInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => RefundReasonEnum, { description: "Why." })
  readonly reason!: Exclude<RefundReason, "CANCELLED_BEFORE_ASSIGNMENT">;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CreateSplitProposalInput", { description: "A part of a support request that is a problem of its own." })
export class CreateSplitProposalInput {
  @Field(() => ID, REQUEST)
  readonly requestId!: string;

  @Field(() => String, { description: "Title of the second request, up to 200 characters." })
  readonly title!: string;

  @Field(() => String, { description: "What it is about, up to 20,000 characters." })
  readonly description!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("DecideSplitInput", { description: "A contact's answer to a proposal." })
export class DecideSplitInput {
  @Field(() => ID, { description: "Id of the proposal." })
  readonly proposalId!: string;

  @Field(() => Boolean, { description: "Yes opens the second request and uses one incident of the same plan." })
  readonly isAccepted!: boolean;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CreateRequestForCustomerInput", {
  description: "A support request that an engineer enters for a customer.",
})
export class CreateRequestForCustomerInput {
  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;

  @Field(() => ID, { description: "Slug of the product version." })
  readonly productVersionId!: string;

  @Field(() => ID, { description: "Slug of the category." })
  readonly categoryId!: string;

  @Field(() => ID, { description: "Slug of the problem." })
  readonly problemId!: string;

  @Field(() => String, { description: "Title, up to 200 characters." })
  readonly title!: string;

  @Field(() => String, { description: "Description of the problem, up to 20,000 characters." })
  readonly description!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A support plan that an account with the primary contact's address has registered; none: not charged.",
  })
  readonly planId?: string | null;

  @Field(() => SeverityEnum, { description: "Impact on the business." })
  readonly severity!: Severity;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Round-the-clock support." })
  readonly support24x7?: boolean | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: "The country; refused as missing without." })
  readonly country?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "The time zone; refused as missing without." })
  readonly timeZone?: string | null;

  @Field(() => ContactInput, { description: "The customer." })
  readonly primaryContact!: ContactInput;

  @Field(() => [ContactInput], { nullable: true, defaultValue: [], description: "Further people who see the request." })
  readonly additionalContacts?: readonly ContactInput[] | null;
}

@InputType("SaveViewInput", { description: "A view of the queue to keep." })
export class SaveViewInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of the view to change; none: a new one, or the one of this name.",
  })
  readonly id?: string | null;

  @Field(() => String, { description: "Name, up to 100 characters." })
  readonly name!: string;

  @Field(() => QueueFilterInput, { nullable: true, description: "Which requests." })
  readonly filter?: QueueFilterInput | null;

  @Field(() => String, { nullable: true, description: "Words to search for." })
  readonly search?: string | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("SaveCannedReplyInput", { description: "A reply to keep for reuse." })
export class SaveCannedReplyInput {
  @Field(() => ID, { nullable: true, description: "Id of the reply to change; none: a new one." })
  readonly id?: string | null;

  @Field(() => String, { description: "Title, up to 200 characters." })
  readonly title!: string;

  @Field(() => String, { description: "Markdown with variables as {{contact.name}} or {{request.number}}." })
  readonly text!: string;

  @Field(() => LanguageCodeEnum, { description: "Its language." })
  readonly language!: Language;

  @Field(() => Boolean, { nullable: true, description: "For the whole desk; leads only." })
  readonly isShared?: boolean | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}
