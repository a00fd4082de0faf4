/** Accounts as staff manage them: what they sign in as, what they may do, where they are signed in (F60). */
import type { AccountKind, EpochMs, StaffRole } from "@accord/domain";
import { Args, Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { DateTimeScalar, EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import {
  AccessTokenConnectionType,
  AccountKindEnum,
  BrowserSessionConnectionType,
  StaffRoleEnum,
} from "../../identity/graphql.js";
import type { AccessToken, Session } from "../../identity/module.js";

@ObjectType("AccountIdentity", { description: "What an account signs in as.", simpleResolvers: true })
export class AccountIdentityType {
  @Field(() => String, { description: "The identity provider." })
  readonly issuer!: string;

  @Field(() => String, { description: "The provider's own name for the person." })
  readonly subject!: string;
}

@ObjectType("ManagedAccount", { description: "An account, for staff.", simpleResolvers: true })
export class ManagedAccountType {
  @Field(() => ID, { description: "Id of the account." })
  readonly accountId?: string;

  @Field(() => AccountKindEnum, { description: "What kind of sign-in it comes from." })
  readonly kind!: AccountKind;

  @Field(() => Boolean, { description: "Whether it is a guest of its directory." })
  readonly isGuest!: boolean;

  @Field(() => String, { description: "Given name." })
  readonly givenName!: string;

  @Field(() => String, { description: "Family name." })
  readonly familyName!: string;

  @Field(() => EmailAddressScalar, { description: "E-mail address its identity provider shows." })
  readonly email!: string;

  @Field(() => Boolean, { description: "Whether the address is proven." })
  readonly isEmailProven!: boolean;

  @Field(() => [StaffRoleEnum], { description: "Roles in the support organisation." })
  readonly roles!: readonly StaffRole[];

  @Field(() => DateTimeScalar, { description: "When it signed in first." })
  readonly createdAt!: EpochMs;

  @AtMost(100)
  @Field(() => [AccountIdentityType], { description: "What it signs in as." })
  readonly identities!: readonly AccountIdentityType[];

  @Field(() => BrowserSessionConnectionType, { description: "Where it is signed in, newest first." })
  sessions(@Args(() => PageArgs) _page: PageArgs): RowConnection<Session> {
    return leaveToReader();
  }

  @Field(() => AccessTokenConnectionType, { description: "Its tokens, newest first." })
  tokens(@Args(() => PageArgs) _page: PageArgs): RowConnection<AccessToken> {
    return leaveToReader();
  }
}

export const { connection: ManagedAccountConnectionType } = connectionOf(
  "ManagedAccount",
  () => ManagedAccountType,
  "accounts",
);

@ObjectType("PartnerTenant", {
  description: "A directory whose work accounts are partner accounts from their next sign-in on.",
  simpleResolvers: true,
})
export class PartnerTenantType {
  @Field(() => String, { description: "Id of the directory." })
  readonly tenantId!: string;
}

export const { connection: PartnerTenantConnectionType } = connectionOf(
  "PartnerTenant",
  () => PartnerTenantType,
  "directories",
);
