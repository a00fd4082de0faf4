/** Inputs and payloads of support requests (R33, R60, R68-R70, R80-R88, R93-R97). */
import type { ContactMethod, ContactRole, EpochMs, RequestStatus, Severity, Turn } from "@accord/domain";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { publishCodes } from "../../kernel/graphql/enumeration.js";
import { OneOf } from "../../kernel/graphql/look-up.js";
import { Paging } from "../../kernel/graphql/page-arguments.js";
import { CountryCodeScalar, DateTimeScalar, EmailAddressScalar, TimeZoneScalar } from "../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { SeverityEnum } from "../catalogue/graphql.js";
import { DialogueWalkInput, FormAnswersInput } from "../help/graphql.js";
import { ContactMethodEnum } from "../identity/graphql.js";
import {
  METADATA_FILTER,
  METADATA_INPUT,
  MetadataEntryInput,
  REFERENCE_FILTER,
  REFERENCE_INPUT,
} from "../references/graphql.js";
import type { Confirmation } from "./confirmation.js";
import type { RequestOrder, RequestPageArguments } from "./request-order.js";
import { RequestConfirmationType } from "./types/request-confirmation.type.js";
import { ContactRoleEnum, RequestStatusEnum, TurnEnum } from "./types/request-enums.type.js";

const RequestOrderEnum = publishCodes<RequestOrder>("RequestOrder", "In which order requests are told.", {
  NEWEST_FIRST: "By creation, the latest first.",
  OLDEST_FIRST: "By creation, the earliest first.",
  LATEST_UPDATE_FIRST: "By the last change, the latest first.",
  LATEST_UPDATE_LAST:
    "By the last change, the earliest first: kept in step by going on from the last cursor, where what changes meanwhile stands again.",
});

@ArgsType()
export class RequestPageArgs extends Paging implements RequestPageArguments {
  @Field(() => RequestOrderEnum, { nullable: true, defaultValue: "NEWEST_FIRST", description: "In which order." })
  readonly orderBy!: RequestOrder;
}

@OneOf()
@InputType("RequestBy", { description: "What names one request; exactly one of these is given." })
export class RequestByInput {
  @Field(() => ID, { nullable: true, description: "Its global id." })
  readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "The number shown to people: sixteen digits." })
  readonly number?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What your system calls it; of several the newest.",
  })
  readonly externalReference?: string | null;
}

@InputType("RequestFilter", { description: "Which support requests to list; all of it must hold." })
export class RequestFilterInput {
  @Field(() => Boolean, { nullable: true, description: "True: open ones, false: closed ones." })
  readonly isOpen?: boolean | null;

  @Field(() => [RequestStatusEnum], { nullable: true, description: "In one of these statuses." })
  readonly statuses?: readonly RequestStatus[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: "Of one of these severities." })
  readonly severities?: readonly Severity[] | null;

  @Field(() => TurnEnum, { nullable: true, description: "Waiting for this side." })
  readonly turn?: Turn | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What must all stand in number, title, description or the messages a contact reads; a number also in blocks.",
  })
  readonly search?: string | null;

  @Field(() => ContactRoleEnum, { nullable: true, description: "Where this account has this part." })
  readonly role?: ContactRole | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Changed at or after this instant." })
  readonly updatedSince?: EpochMs | null;

  @Field(() => ID, { nullable: true, description: "About this product." })
  readonly productId?: string | null;

  @Field(() => ID, { nullable: true, description: "About a problem of this category." })
  readonly categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: "About this problem; problems are told apart within a category." })
  readonly problemId?: string | null;

  @Field(() => String, REFERENCE_FILTER)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_FILTER)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

@InputType("ContactInput", { description: "A person of a support request." })
export class ContactInput {
  @Field(() => String, {
    description:
      "Given name; an additional contact without any name is called by the part of the address before the @.",
  })
  readonly givenName!: string;

  @Field(() => String, { description: "Family name." })
  readonly familyName!: string;

  @Field(() => EmailAddressScalar, { description: "One e-mail address." })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: "Telephone number with country code." })
  readonly phone?: string | null;

  @Field(() => ContactMethodEnum, {
    nullable: true,
    defaultValue: "EMAIL",
    description: "How the person prefers to be reached.",
  })
  readonly preferredContactMethod?: ContactMethod | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether this is the submitter: it then sees the request at once.",
  })
  readonly isSelf?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether a person added to a request is mailed a one-time link; not looked at when submitting.",
  })
  readonly sendInvitation?: boolean | null;
}

@InputType("CreateRequestInput", { description: "A support request to submit." })
export class CreateRequestInput {
  @Field(() => ID, { description: "Key of your choice: the same request under it is created once." })
  readonly idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "The draft it was written in; deleted on success." })
  readonly draftId?: string | null;

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

  @Field(() => ID, { description: "Id of the support plan to charge." })
  readonly planId!: string;

  @Field(() => SeverityEnum, { description: "Impact on the business." })
  readonly severity!: Severity;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Round-the-clock support; with critical severity only.",
  })
  readonly support24x7?: boolean | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: "The country; refused as missing without." })
  readonly country?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "The time zone; refused as missing without." })
  readonly timeZone?: string | null;

  @Field(() => ContactInput, { description: "The person the engineer contacts." })
  readonly primaryContact!: ContactInput;

  @Field(() => [ContactInput], { nullable: true, defaultValue: [], description: "Further people who see the request." })
  readonly additionalContacts?: readonly ContactInput[] | null;

  @Field(() => FormAnswersInput, {
    nullable: true,
    description: "Answers to `problemForm`; left out: nothing was asked. Once given, required ones may not be missing.",
  })
  readonly answers?: FormAnswersInput | null;

  @Field(() => DialogueWalkInput, {
    nullable: true,
    description: "What was said to `dialogue`; its transcript is shown with the request.",
  })
  readonly dialogueWalk?: DialogueWalkInput | null;

  @Field(() => String, REFERENCE_INPUT)
  readonly externalReference?: string | null;

  @Field(() => [MetadataEntryInput], METADATA_INPUT)
  readonly metadata?: readonly MetadataEntryInput[] | null;
}

@ObjectType("CreateRequestPayload", {
  description: "What submitting a support request leads to.",
  simpleResolvers: true,
})
export class CreateRequestPayload extends MutationPayload {
  @Field(() => RequestConfirmationType, { nullable: true, description: "What the submitter is shown." })
  readonly confirmation!: Confirmation | null;
}
