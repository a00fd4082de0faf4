/** The part of the contract the four workloads ask for, as type-graphql classes. */
import { Field, ID, InputType, Int, InterfaceType, ObjectType } from "type-graphql";

const text = () => String;
const orNull = { nullable: true } as const;

@ObjectType("Product")
export class ProductType {
  @Field(() => ID) id!: string;
  @Field(text) name!: string;
}
@ObjectType("ProductVersion")
export class ProductVersionType {
  @Field(() => ID) id!: string;
  @Field(text) name!: string;
  @Field(() => ProductType) product!: ProductType;
}
@ObjectType("Programme")
export class ProgrammeType {
  @Field(() => ID) id!: string;
  @Field(text) name!: string;
}
@ObjectType("SupportPlan")
export class PlanType {
  @Field(() => ID) id!: string;
  @Field(text) state!: string;
  @Field(text) endsOn!: string;
  @Field(() => Int) daysLeft!: number;
  @Field(() => Int, orNull) incidentsTotal!: number | null;
  @Field(() => Int, orNull) incidentsRemaining!: number | null;
  @Field(() => ProgrammeType) programme!: ProgrammeType;
}
@ObjectType("AvailablePlan")
export class AvailablePlanType {
  @Field(() => PlanType) plan!: PlanType;
}
@ObjectType("UnavailabilityReason")
export class ReasonType {
  @Field(text) code!: string;
  @Field(() => Int) number!: number;
  @Field(text) message!: string;
  @Field(text, orNull) phase!: string | null;
}
@ObjectType("UnavailablePlan")
export class UnavailablePlanType {
  @Field(() => PlanType) plan!: PlanType;
  @Field(() => [ReasonType]) reasons!: ReasonType[];
}
@ObjectType("Engineer")
export class EngineerType {
  @Field(text) name!: string;
}
@ObjectType("Contact")
export class ContactType {
  @Field(() => ID) id!: string;
  @Field(text) givenName!: string;
  @Field(text) familyName!: string;
  @Field(text) email!: string;
  @Field(text, orNull) phone!: string | null;
}
@ObjectType("Category")
export class CategoryType {
  @Field(() => ID) id!: string;
  @Field(text) name!: string;
}
@ObjectType("Problem")
export class ProblemType {
  @Field(() => ID) id!: string;
  @Field(text) name!: string;
}
@ObjectType("PageInfo")
export class PageInfoType {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(text, orNull) endCursor!: string | null;
}
@ObjectType("Actor")
export class ActorType {
  @Field(text, orNull) name!: string | null;
}
@InterfaceType("TimelineEntry", { resolveType: () => "ReplyEntry" })
export abstract class TimelineEntryType {
  @Field(() => ID) id!: string;
  @Field(text) kind!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => ActorType) actor!: ActorType;
  @Field(() => Boolean) isFromSupport!: boolean;
}
@ObjectType("ReplyEntry", { implements: TimelineEntryType })
export class ReplyEntryType extends TimelineEntryType {
  @Field(text, orNull) text!: string | null;
  @Field(text, orNull) status!: string | null;
}
@ObjectType("TimelineEntryConnection")
export class TimelineConnectionType {
  @Field(() => [TimelineEntryType]) nodes!: TimelineEntryType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
}
@ObjectType("SupportRequest")
export class RequestType {
  @Field(() => ID) id!: string;
  @Field(text) number!: string;
  @Field(text) title!: string;
  @Field(text) description!: string;
  @Field(text) status!: string;
  @Field(text, orNull) closedReason!: string | null;
  @Field(text) turn!: string;
  @Field(text) severity!: string;
  @Field(() => Boolean) support24x7!: boolean;
  @Field(() => ProductVersionType) productVersion!: ProductVersionType;
  @Field(() => CategoryType) category!: CategoryType;
  @Field(() => ProblemType) problem!: ProblemType;
  @Field(text) country!: string;
  @Field(text) timeZone!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) updatedAt!: Date;
  @Field(() => Date, orNull) closedAt!: Date | null;
  @Field(() => Date) firstResponseDueAt!: Date;
  @Field(() => Date, orNull) lastCommunicationAt!: Date | null;
  @Field(() => EngineerType, orNull) engineer!: EngineerType | null;
  @Field(() => ProgrammeType, orNull) programme!: ProgrammeType | null;
  @Field(text, orNull) planEndsOn!: string | null;
  @Field(() => Int, orNull) planIncidentsRemaining!: number | null;
  @Field(() => ContactType) primaryContact!: ContactType;
  @Field(() => [ContactType]) additionalContacts!: ContactType[];
  @Field(text, orNull) viewerRole!: string | null;
}
@ObjectType("SupportRequestConnection")
export class RequestConnectionType {
  @Field(() => [RequestType]) nodes!: RequestType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
}
@ObjectType("RequestConfirmation")
export class ConfirmationType {
  @Field(() => ID) requestId!: string;
  @Field(text) number!: string;
  @Field(text) title!: string;
  @Field(() => Date) firstResponseDueAt!: Date;
  @Field(() => Int, orNull) incidentsRemaining!: number | null;
  @Field(text) primaryContactName!: string;
}
@ObjectType("UserError")
export class UserErrorType {
  @Field(text) code!: string;
  @Field(text) message!: string;
}
@ObjectType("CreateRequestPayload")
export class CreatePayloadType {
  @Field(() => ConfirmationType, orNull) confirmation!: ConfirmationType | null;
  @Field(() => [UserErrorType]) userErrors!: UserErrorType[];
}
@InputType("RequestBy")
export class RequestByType {
  @Field(() => ID) id!: string;
}
@InputType("ContactInput")
export class ContactInputType {
  @Field(text) givenName!: string;
  @Field(text) familyName!: string;
  @Field(text) email!: string;
  @Field(() => Boolean, orNull) isSelf?: boolean;
}
@InputType("CreateRequestInput")
export class CreateRequestInputType {
  @Field(() => ID) idempotencyKey!: string;
  @Field(() => ID) productVersionId!: string;
  @Field(() => ID) categoryId!: string;
  @Field(() => ID) problemId!: string;
  @Field(text) title!: string;
  @Field(text) description!: string;
  @Field(() => ID) planId!: string;
  @Field(text) severity!: string;
  @Field(text) country!: string;
  @Field(text) timeZone!: string;
  @Field(() => ContactInputType) primaryContact!: ContactInputType;
}
