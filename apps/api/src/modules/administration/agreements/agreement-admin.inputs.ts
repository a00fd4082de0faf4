/** Inputs of managing agreements (F18, F56). */
import type { CivilDate, Language, PlanState } from "@accord/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { EmailAddressScalar, LocalDateScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { PlanStateEnum } from "../../agreements/graphql.js";
import { LanguageCodeEnum } from "../../identity/graphql.js";

const PLAN = { description: "Id of its plan." } as const;
const REASON = { description: "Why, up to 2,000 characters; it stays on record." } as const;

@InputType("ManagedAgreementFilter", { description: "Which agreements; all of it must hold." })
export class ManagedAgreementFilter {
  @Field(() => String, {
    nullable: true,
    description: "The end of either ID; of a longer part its last four characters are compared.",
  })
  readonly idPart?: string | null;

  @Field(() => String, { nullable: true, description: "A part of a recipient's or holder's name or address." })
  readonly holder?: string | null;

  @Field(() => ID, { nullable: true, description: "Slug of the programme." })
  readonly programmeId?: string | null;

  @Field(() => PlanStateEnum, { nullable: true, description: "How they stand." })
  readonly state?: PlanState | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Whose last day comes before this one." })
  readonly endingBefore?: CivilDate | null;
}

@InputType("CreateAgreementsInput", { description: "Agreements to issue, all alike." })
export class CreateAgreementsInput {
  @Field(() => ID, { description: "Slug of the programme." })
  readonly programmeId!: string;

  @Field(() => LocalDateScalar, {
    description:
      "First day; the programme's term says the last. Where the term is counted from activation: the first day of the membership.",
  })
  readonly startsOn!: CivilDate;

  @Field(() => Int, { nullable: true, description: "Incidents of each; left out: as many as the programme grants." })
  readonly incidents?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: "How many agreements, up to 100." })
  readonly count?: number | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Zone of its days; left out: the installation's." })
  readonly timeZone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether its holder has to activate it; left out: as the programme says. False: in force from its first day.",
  })
  readonly needsActivation?: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last day to activate it; left out: as the programme says.",
  })
  readonly redeemBy?: CivilDate | null;

  @Field(() => String, { nullable: true, description: "Name of the recipient." })
  readonly recipientName?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: "E-mail address of the recipient." })
  readonly recipientEmail?: string | null;

  @Field(() => LanguageCodeEnum, { nullable: true, description: "Language of the letter; left out: yours." })
  readonly language?: Language | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether each gets an activation link: one use, 30 days, no ID in it.",
  })
  readonly withActivationLink?: boolean | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("AdjustIncidentsInput", { description: "A correction of an agreement's balance." })
export class AdjustIncidentsInput {
  @Field(() => Int, {
    nullable: true,
    description: "Balance that was seen: refused as CHANGED_MEANWHILE where it is another by now.",
  })
  readonly expectedBalance?: number | null;

  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => Int, { description: "Incidents to add, or to take when negative; never more than were granted." })
  readonly incidents!: number;

  @Field(() => String, REASON)
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("UpdateAgreementEndInput", { description: "A later last day for an agreement." })
export class UpdateAgreementEndInput {
  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => LocalDateScalar, { description: "The new last day, inclusive." })
  readonly endsOn!: CivilDate;

  @Field(() => String, REASON)
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("UpdateActivationEndInput", { description: "More time for an agreement that nobody has activated yet." })
export class UpdateActivationEndInput {
  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => LocalDateScalar, { description: "The new last day to activate it, inclusive." })
  readonly redeemBy!: CivilDate;

  @Field(() => String, REASON)
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("RevokeAgreementInput", { description: "An agreement to withdraw." })
export class RevokeAgreementInput {
  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => String, REASON)
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("RotatePairInput", { description: "An agreement that needs other IDs." })
export class RotatePairInput {
  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether the accounts that registered it keep it; no: each needs the new IDs.",
  })
  readonly keepsHolders?: boolean | null;

  @Field(() => String, REASON)
  readonly reason!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CreateActivationLinkInput", { description: "An agreement to pass on; its open link ends." })
export class CreateActivationLinkInput {
  @Field(() => ID, PLAN)
  readonly planId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}
