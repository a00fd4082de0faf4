/** What a person has typed so far in the six steps (F32). */

import type {
  ContactDetails,
  ContactMethod,
  DialogueWalk,
  DraftAnswers,
  DraftContent,
  EpochMs,
  FlowStep,
  ProductVersion,
  RequestDraft,
  Severity,
} from "@accord/domain";
import { CONTACT_LIMIT, MOST_KEPT_FORMS } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import {
  CountryCodeScalar,
  DateTimeScalar,
  EmailAddressScalar,
  TimeZoneScalar,
} from "../../../kernel/graphql/scalars.js";
import { ProductVersionType, SeverityEnum } from "../../catalogue/graphql.js";
import { AttachmentType } from "../../files/graphql.js";
import { DialogueWalkType, DraftAnswersType } from "../../help/graphql.js";
import { ContactMethodEnum } from "../../identity/graphql.js";
import { FlowStepEnum } from "./request-enums.type.js";

@ObjectType("DraftContact", { description: "A contact as typed so far.", simpleResolvers: true })
export class DraftContactType implements ContactDetails {
  @Field(() => String, { description: "Given name." })
  readonly givenName!: string;

  @Field(() => String, { description: "Family name." })
  readonly familyName!: string;

  @Field(() => EmailAddressScalar, { description: "E-mail address, as typed." })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: "Telephone number, as typed." })
  readonly phone!: string | null;

  @Field(() => ContactMethodEnum, { description: "How the person prefers to be reached." })
  readonly preferredContactMethod!: ContactMethod;

  @Field(() => Boolean, { description: "Whether it is the submitter's own entry." })
  readonly isSelf!: boolean;
}

@ObjectType("DraftContent", {
  description: "What has been typed so far; anything may be missing or wrong.",
  simpleResolvers: true,
})
export class DraftContentType implements DraftContent {
  @Field(() => ID, { nullable: true, description: "Product." })
  readonly productId!: string | null;

  @Field(() => ID, { nullable: true, description: "Product version." })
  readonly productVersionId!: string | null;

  @Field(() => ID, { nullable: true, description: "Category." })
  readonly categoryId!: string | null;

  @Field(() => ID, { nullable: true, description: "Problem." })
  readonly problemId!: string | null;

  @Field(() => String, { description: "Title." })
  readonly title!: string;

  @Field(() => String, { description: "Description of the problem." })
  readonly description!: string;

  @Field(() => ID, { nullable: true, description: "Support plan." })
  readonly planId!: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: "Severity." })
  readonly severity!: Severity | null;

  @Field(() => Boolean, { description: "Whether round-the-clock support is wanted." })
  readonly support24x7!: boolean;

  @Field(() => CountryCodeScalar, { nullable: true, description: "Country code, as typed." })
  readonly country!: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Time zone, as typed." })
  readonly timeZone!: string | null;

  @Field(() => DraftContactType, { nullable: true, description: "Primary contact." })
  readonly primaryContact!: ContactDetails | null;

  @AtMost(CONTACT_LIMIT)
  @Field(() => [DraftContactType], { description: "Additional contacts." })
  readonly additionalContacts!: readonly ContactDetails[];

  @Field(() => DialogueWalkType, { nullable: true, description: "What was said to the virtual agent." })
  readonly dialogueWalk!: DialogueWalk | null;

  @AtMost(MOST_KEPT_FORMS)
  @Field(() => [DraftAnswersType], {
    description: "What was answered to questions about problems: the chosen one, and those that were chosen before.",
  })
  readonly answers!: readonly DraftAnswers[];

  @Field(() => [FlowStepEnum], { description: "Steps the person has passed with Next." })
  readonly completedSteps!: readonly FlowStep[];
}

@ObjectType("RequestDraft", {
  description: "An unfinished support request of this account; kept for 30 days after its last change.",
  implements: NodeType,
  simpleResolvers: true,
})
export class RequestDraftType
  extends NodeType
  implements Pick<RequestDraft, "revision" | "updatedAt" | "expiresAt" | "content">
{
  @Field(() => Int, { description: "Raised by each save; a save names the revision it has seen." })
  readonly revision!: number;

  @Field(() => DateTimeScalar, { description: "When it was last saved." })
  readonly updatedAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it will be deleted." })
  readonly expiresAt!: EpochMs;

  @Field(() => DraftContentType, { description: "What has been typed." })
  readonly content!: DraftContent;

  @Field(() => ProductVersionType, {
    nullable: true,
    description: "The chosen product version, when the catalogue has it.",
  })
  readonly productVersion!: ProductVersion | null;

  @AtMost("filesPerRequest")
  @Field(() => [AttachmentType], { description: "Files put with it so far; submitting takes them along." })
  readonly attachments?: readonly AttachmentType[];
}
