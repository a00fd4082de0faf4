/** Inputs and payloads of drafts (F32). */
import type { ContactMethod, FlowStep, RequestDraft, Severity } from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { CountryCodeScalar, EmailAddressScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { SeverityEnum } from "../../catalogue/graphql.js";
import { DialogueWalkInput, DraftAnswersInput } from "../../help/graphql.js";
import { ContactMethodEnum } from "../../identity/graphql.js";
import { RequestDraftType } from "../types/draft.type.js";
import { FlowStepEnum } from "../types/request-enums.type.js";

@InputType("DraftContactInput", { description: "A contact as typed so far." })
export class DraftContactInput {
  @Field(() => String, { nullable: true, description: "Given name." })
  readonly givenName?: string | null;

  @Field(() => String, { nullable: true, description: "Family name." })
  readonly familyName?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: "E-mail address, as typed." })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number, as typed." })
  readonly phone?: string | null;

  @Field(() => ContactMethodEnum, { nullable: true, description: "How the person prefers to be reached." })
  readonly preferredContactMethod?: ContactMethod | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is the submitter's own entry." })
  readonly isSelf?: boolean | null;
}

@InputType("DraftContentInput", { description: "Everything typed so far; what is left out is empty." })
export class DraftContentInput {
  @Field(() => ID, { nullable: true, description: "Product." })
  readonly productId?: string | null;

  @Field(() => ID, { nullable: true, description: "Product version." })
  readonly productVersionId?: string | null;

  @Field(() => ID, { nullable: true, description: "Category." })
  readonly categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: "Problem." })
  readonly problemId?: string | null;

  @Field(() => String, { nullable: true, description: "Title." })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: "Description of the problem." })
  readonly description?: string | null;

  @Field(() => ID, { nullable: true, description: "Support plan." })
  readonly planId?: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: "Severity." })
  readonly severity?: Severity | null;

  @Field(() => Boolean, { nullable: true, description: "Whether round-the-clock support is wanted." })
  readonly support24x7?: boolean | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: "Country code, as typed." })
  readonly country?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Time zone, as typed." })
  readonly timeZone?: string | null;

  @Field(() => DraftContactInput, { nullable: true, description: "Primary contact." })
  readonly primaryContact?: DraftContactInput | null;

  @Field(() => [DraftContactInput], { nullable: true, description: "Additional contacts." })
  readonly additionalContacts?: readonly DraftContactInput[] | null;

  @Field(() => DialogueWalkInput, { nullable: true, description: "What was said to the virtual agent so far." })
  readonly dialogueWalk?: DialogueWalkInput | null;

  @Field(() => [DraftAnswersInput], { nullable: true, description: "What was answered to questions about problems." })
  readonly answers?: readonly DraftAnswersInput[] | null;

  @Field(() => [FlowStepEnum], { nullable: true, description: "Steps passed with Next." })
  readonly completedSteps?: readonly FlowStep[] | null;
}

@InputType("SaveDraftInput", { description: "A draft to begin or to save." })
export class SaveDraftInput {
  @Field(() => ID, { nullable: true, description: "Id of the draft; left out: a new one." })
  readonly draftId?: string | null;

  @Field(() => Int, { nullable: true, description: "The revision that was changed; needed with `draftId`." })
  readonly revision?: number | null;

  @Field(() => DraftContentInput, { description: "Everything typed so far." })
  readonly content!: DraftContentInput;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("SaveDraftPayload", { description: "What saving a draft leads to.", simpleResolvers: true })
export class SaveDraftPayload extends MutationPayload {
  @Field(() => RequestDraftType, { nullable: true, description: "The draft as it is kept." })
  readonly draft!: RequestDraft | null;
}

@InputType("DeleteDraftInput", { description: "Which draft to delete." })
export class DeleteDraftInput {
  @Field(() => ID, { description: "Id of the draft." })
  readonly draftId!: string;
}

@ObjectType("DeleteDraftPayload", { description: "What discarding a draft leads to.", simpleResolvers: true })
export class DeleteDraftPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the draft that was deleted." })
  readonly deletedDraftId!: string | null;
}
