/** Inputs and payloads of registering, removing and showing an agreement. */
import type { CivilDate, SupportPlan } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../kernel/graphql/key-argument.js";
import { LocalDateScalar } from "../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import {
  METADATA_FILTER,
  METADATA_INPUT,
  MetadataEntryInput,
  REFERENCE_FILTER,
  REFERENCE_INPUT,
} from "../references/graphql.js";
import { SupportPlanType } from "./types/support-plan.type.js";

@InputType("AddAgreementInput", { description: "The two IDs of an agreement, as they were given to you." })
export class AddAgreementInput {
  @Field(() => String, { description: "Access ID; spaces, dashes and letter case do not matter." })
  readonly accessId!: string;

  @Field(() => String, { description: "Agreement ID; spaces, dashes and letter case do not matter." })
  readonly agreementId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;

  @Field(() => String, REFERENCE_INPUT)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_INPUT)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

/** What registering an agreement answers, by its IDs or by a link. */
@ObjectType({ simpleResolvers: true })
abstract class RegisteredAgreementPayload extends MutationPayload {
  @Field(() => SupportPlanType, { nullable: true, description: "The plan of the agreement." })
  readonly plan!: SupportPlan | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day it can be used, when that is still to come.",
  })
  readonly isUsableFrom!: CivilDate | null;
}

@ObjectType("AddAgreementPayload", { description: "What registering an agreement leads to.", simpleResolvers: true })
export class AddAgreementPayload extends RegisteredAgreementPayload {}

@ObjectType("RedeemActivationLinkPayload", { description: "What an activation link leads to.", simpleResolvers: true })
export class RedeemActivationLinkPayload extends RegisteredAgreementPayload {}

@InputType("PlanFilter", { description: "Which plans to list; all of it must hold." })
export class PlanFilterInput {
  @Field(() => String, REFERENCE_FILTER)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_FILTER)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

@InputType("RedeemActivationLinkInput", { description: "A one-time link somebody was given instead of the two IDs." })
export class RedeemActivationLinkInput {
  @Field(() => String, { description: "The last part of the link's address." })
  readonly token!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("RemoveAgreementInput", { description: "Which agreement to remove from the account." })
export class RemoveAgreementInput {
  @Field(() => ID, { description: "Id of its plan." })
  readonly planId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("RemoveAgreementPayload", { description: "What removing an agreement leads to.", simpleResolvers: true })
export class RemoveAgreementPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the plan that was removed." })
  readonly removedPlanId!: string | null;
}

@InputType("RevealAgreementInput", { description: "Which agreement's IDs to show." })
export class RevealAgreementInput {
  @Field(() => ID, { description: "Id of its plan." })
  readonly planId!: string;
}

@ObjectType("RevealAgreementPayload", {
  description: "The two IDs, to be shared with colleagues; never share a sign-in.",
  simpleResolvers: true,
})
export class RevealAgreementPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Access ID." })
  readonly accessId!: string | null;

  @Field(() => String, { nullable: true, description: "Agreement ID." })
  readonly agreementId!: string | null;
}
