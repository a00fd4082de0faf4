/** The signed-in account and what it may do: what a client asks first. */
import type { Account, EpochMs, Language, Scope, StaffRight } from "@accord/domain";
import { Args, Field, ObjectType } from "type-graphql";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { CountryCodeScalar, DateTimeScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import type { Session } from "../storage/session.store.js";
import type { AccessToken } from "../storage/token.store.js";
import { AccessTokenConnectionType, BrowserSessionConnectionType } from "./access.type.js";
import { AccountType } from "./account.type.js";
import { LanguageCodeEnum, StaffRightEnum, TokenScopeEnum } from "./account-enums.type.js";

@ObjectType("ProfileDefaults", { description: "What the profile form starts with.", simpleResolvers: true })
export class ProfileDefaultsType {
  @Field(() => CountryCodeScalar, { nullable: true, description: "Country, when one is known." })
  readonly country!: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Time zone, when one is known." })
  readonly timeZone!: string | null;

  @Field(() => LanguageCodeEnum, { description: "Language of this answer." })
  readonly language!: Language;
}

@ObjectType("Viewer", { description: "The principal of this request.", simpleResolvers: true })
export class ViewerType {
  @Field(() => AccountType, { description: "The account it acts for." })
  readonly account!: Account;

  @Field(() => Boolean, { description: "Whether the one-time profile is complete." })
  readonly isProfileComplete!: boolean;

  @Field(() => ProfileDefaultsType, { description: "What the profile form starts with." })
  readonly profileDefaults!: ProfileDefaultsType;

  @Field(() => [StaffRightEnum], { description: "What its staff roles allow; none for customers." })
  readonly staffRights!: readonly StaffRight[];

  @Field(() => [TokenScopeEnum], {
    nullable: true,
    description: "Scopes of the access token; null for a browser session.",
  })
  readonly scopes!: readonly Scope[] | null;

  @Field(() => Boolean, { description: "Whether this account may buy incidents." })
  readonly canPurchase!: boolean;

  @Field(() => Boolean, { description: "Whether this account may register agreements." })
  readonly canAddAgreement!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the person last proved who they are; null for a token.",
  })
  readonly reauthenticatedAt!: EpochMs | null;

  @Field(() => BrowserSessionConnectionType, {
    nullable: true,
    description: "Where the account is signed in, newest first. Browser sessions only.",
  })
  sessions?(@Args(() => PageArgs) _page: PageArgs): RowConnection<Session> {
    return leaveToReader();
  }

  @Field(() => AccessTokenConnectionType, {
    nullable: true,
    description: "Its access tokens, newest first. Browser sessions only.",
  })
  tokens?(@Args(() => PageArgs) _page: PageArgs): RowConnection<AccessToken> {
    return leaveToReader();
  }
}
