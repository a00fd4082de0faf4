/** People of a support request (R80-R84, R93-R97). */
import type { ContactAccess, ContactMethod, ContactRole, EpochMs } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar, EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { ContactMethodEnum } from "../../identity/graphql.js";
import { ContactAccessEnum, ContactInvitationType } from "./invitation.type.js";
import { ContactRoleEnum } from "./request-enums.type.js";

@ObjectType("Contact", { description: "A person of a support request.", implements: NodeType, simpleResolvers: true })
export class ContactType extends NodeType {
  @Field(() => ContactRoleEnum, { description: "The person's part." })
  readonly role!: ContactRole;

  @Field(() => String, { description: "Given name." })
  readonly givenName!: string;

  @Field(() => String, { description: "Family name." })
  readonly familyName!: string;

  @Field(() => EmailAddressScalar, { description: "E-mail address." })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  readonly phone!: string | null;

  @Field(() => ContactMethodEnum, { description: "How the person prefers to be reached." })
  readonly preferredContactMethod!: ContactMethod;

  @Field(() => Boolean, { description: "Whether this is the account that asks." })
  readonly isViewer!: boolean;

  @Field(() => Boolean, { description: "Whether an account is bound to this contact and can see the request." })
  readonly isBound!: boolean;

  @Field(() => ContactAccessEnum, { description: "Whether this contact sees the request." })
  readonly access?: ContactAccess;

  @Field(() => ContactInvitationType, { nullable: true, description: "The open one-time link, where there is one." })
  readonly invitation?: ContactInvitationType | null;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "Address of the account that came in by a one-time link.",
  })
  readonly redeemedBy?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it did." })
  readonly redeemedAt?: EpochMs | null;
}

@ObjectType("Engineer", { description: "The engineer who owns a support request.", simpleResolvers: true })
export class EngineerType {
  @Field(() => String, { description: "Name." })
  readonly name!: string;
}
