/** Who signs in (R49-R54). */
import type {
  Account,
  AccountKind,
  ContactMethod,
  EpochMs,
  Language,
  NameSource,
  Profile,
  StaffRole,
} from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import {
  CountryCodeScalar,
  DateTimeScalar,
  EmailAddressScalar,
  TimeZoneScalar,
} from "../../../kernel/graphql/scalars.js";
import {
  AccountKindEnum,
  ContactMethodEnum,
  LanguageCodeEnum,
  NameSourceEnum,
  StaffRoleEnum,
} from "./account-enums.type.js";

@ObjectType("Profile", { description: "The one-time profile: defaults of later forms.", simpleResolvers: true })
export class ProfileType implements Profile {
  @Field(() => CountryCodeScalar, { description: "Country of the person." })
  readonly country!: string;

  @Field(() => TimeZoneScalar, { description: "Time zone of the person." })
  readonly timeZone!: string;

  @Field(() => LanguageCodeEnum, { description: "Language of pages and mail." })
  readonly language!: Language;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  readonly phone!: string | null;

  @Field(() => ContactMethodEnum, { description: "How the person prefers to be reached." })
  readonly preferredContactMethod!: ContactMethod;
}

@ObjectType("Account", { description: "A sign-in account.", implements: NodeType, simpleResolvers: true })
export class AccountType extends NodeType implements Account {
  @Field(() => DateTimeScalar, { description: "When the person first signed in, or the account was made for them." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When name, address, roles or profile last changed." })
  readonly updatedAt!: EpochMs;

  @Field(() => AccountKindEnum, { description: "What kind of sign-in it comes from." })
  readonly kind!: AccountKind;

  @Field(() => Boolean, { description: "Whether it is a guest of its directory." })
  readonly isGuest!: boolean;

  @Field(() => String, { description: "Given name; all of the name where nothing told its parts apart." })
  readonly givenName!: string;

  @Field(() => String, { description: "Family name; empty for a person with one name." })
  readonly familyName!: string;

  @Field(() => EmailAddressScalar, {
    description: "Address mails go to; empty where the identity provider gives none.",
  })
  readonly email!: string;

  @Field(() => Boolean, { description: "Whether the person has proven to own the address." })
  readonly isEmailProven!: boolean;

  @Field(() => NameSourceEnum, { description: "Where the name comes from, and so whether its owner may correct it." })
  readonly nameSource!: NameSource;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "Address the identity provider shows by now; followed once it is proven. Null: none.",
  })
  readonly claimedEmail!: string | null;

  @Field(() => [StaffRoleEnum], { description: "Roles in the support organisation; empty for customers." })
  readonly roles!: readonly StaffRole[];

  @Field(() => ProfileType, { nullable: true, description: "The one-time profile; null until it is completed." })
  readonly profile!: Profile | null;
}
