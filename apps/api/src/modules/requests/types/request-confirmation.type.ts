/** What a submitter is told of a request (R80). */
import type { EpochMs, ProductVersion, Programme, Severity, SupportRequest } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { ProductVersionType, ProgrammeType, SeverityEnum } from "../../catalogue/graphql.js";
import { SupportRequestType } from "./support-request.type.js";

@ObjectType("RequestConfirmation", {
  description: "What the submitter is shown once, even one who is no contact and cannot see the request afterwards.",
  simpleResolvers: true,
})
export class RequestConfirmationType {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId!: string;

  @Field(() => String, { description: "Number shown to people: sixteen digits." })
  readonly number!: string;

  @Field(() => String, { description: "Title." })
  readonly title!: string;

  @Field(() => SeverityEnum, { description: "Severity." })
  readonly severity!: Severity;

  @Field(() => ProductVersionType, { description: "The product version it is about." })
  readonly productVersion!: ProductVersion;

  @Field(() => DateTimeScalar, { description: "When the first answer is due." })
  readonly firstResponseDueAt!: EpochMs;

  @Field(() => String, { description: "Name of the primary contact." })
  readonly primaryContactName!: string;

  @Field(() => EmailAddressScalar, { description: "Address the confirmation is mailed to." })
  readonly primaryContactEmail!: string;

  @Field(() => Int, { description: "How many additional contacts there are." })
  readonly additionalContactCount!: number;

  @Field(() => ProgrammeType, { description: "Programme of the plan it was charged to." })
  readonly programme!: Programme;

  @Field(() => Int, { nullable: true, description: "Incidents left of that plan; null: unlimited." })
  readonly incidentsRemaining!: number | null;

  @Field(() => Boolean, { description: "Whether the submitter is one of the contacts." })
  readonly isSubmitterContact!: boolean;

  @Field(() => SupportRequestType, {
    nullable: true,
    description: "The support request, where the submitter may see it.",
  })
  readonly request!: SupportRequest | null;
}
