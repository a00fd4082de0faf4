/** What the mutations of managing agreements answer (F56). */

import type { CivilDate, EpochMs } from "@accord/domain";
import { ISSUE_MOST } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { DateTimeScalar, LocalDateScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import type { ManagedPlan } from "../../agreements/module.js";
import { ManagedAgreementType } from "../types/managed-agreement.type.js";

@ObjectType("ActivationLink", { description: "A one-time link, shown this once.", simpleResolvers: true })
export class ActivationLinkType {
  @Field(() => UrlScalar, { description: "The link." })
  readonly url!: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly expiresAt!: EpochMs;
}

@ObjectType("IssuedAgreement", {
  description: "An agreement that was just issued; IDs and link are shown this once, and null when a key is repeated.",
  simpleResolvers: true,
})
export class IssuedAgreementType {
  @Field(() => ID, { description: "Id of its plan." })
  readonly planId!: string;

  @Field(() => String, { nullable: true, description: "Access ID." })
  readonly accessId!: string | null;

  @Field(() => String, { nullable: true, description: "Agreement ID." })
  readonly agreementId!: string | null;

  @Field(() => LocalDateScalar, {
    description: "Last day, inclusive; while it waits to be activated, the latest it can have.",
  })
  readonly endsOn!: CivilDate;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last day to activate it; null: nobody has to." })
  readonly redeemBy!: CivilDate | null;

  @Field(() => ActivationLinkType, { nullable: true, description: "The activation link, where one was asked for." })
  readonly activation!: ActivationLinkType | null;

  @Field(() => UrlScalar, { description: "Address of its letter." })
  readonly letterUrl!: string;
}

@ObjectType("CreateAgreementsPayload", { description: "What issuing leads to.", simpleResolvers: true })
export class CreateAgreementsPayload extends MutationPayload {
  @AtMost(ISSUE_MOST)
  @Field(() => [IssuedAgreementType], { nullable: true, description: "The agreements." })
  readonly issued!: readonly IssuedAgreementType[] | null;
}

/** What changing an agreement answers, each change in a payload of its own. */
@ObjectType({ simpleResolvers: true })
export abstract class ManagedAgreementPayload extends MutationPayload {
  @Field(() => ManagedAgreementType, { nullable: true, description: "The agreement." })
  readonly agreement!: ManagedPlan | null;
}

@ObjectType("RotatePairPayload", { description: "What a new pair of IDs leads to.", simpleResolvers: true })
export class RotatePairPayload extends ManagedAgreementPayload {
  @Field(() => String, { nullable: true, description: "The new Access ID, shown this once." })
  readonly accessId!: string | null;

  @Field(() => String, { nullable: true, description: "The new Agreement ID, shown this once." })
  readonly agreementId!: string | null;
}

@ObjectType("CreateActivationLinkPayload", {
  description: "What making an activation link leads to.",
  simpleResolvers: true,
})
export class CreateActivationLinkPayload extends ManagedAgreementPayload {
  @Field(() => ActivationLinkType, { nullable: true, description: "The link." })
  readonly activation!: ActivationLinkType | null;
}

@ObjectType("AdjustIncidentsPayload", {
  description: "What a correction of incidents leads to.",
  simpleResolvers: true,
})
export class AdjustIncidentsPayload extends ManagedAgreementPayload {}

@ObjectType("UpdateAgreementEndPayload", { description: "What a later end leads to.", simpleResolvers: true })
export class UpdateAgreementEndPayload extends ManagedAgreementPayload {}

@ObjectType("UpdateActivationEndPayload", {
  description: "What more time to activate leads to.",
  simpleResolvers: true,
})
export class UpdateActivationEndPayload extends ManagedAgreementPayload {}

@ObjectType("RevokeAgreementPayload", { description: "What withdrawing an agreement leads to.", simpleResolvers: true })
export class RevokeAgreementPayload extends ManagedAgreementPayload {}
