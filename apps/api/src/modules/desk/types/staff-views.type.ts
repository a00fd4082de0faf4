/** An account as staff see it named beside something: never the account itself, which is its owner's (F56, F60). */
import type { AccountKind } from "@accord/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { AccountKindEnum } from "../../identity/graphql.js";

@ObjectType("AccountSummary", { description: "An account by name, for staff.", simpleResolvers: true })
export class AccountSummaryType {
  @Field(() => ID, { description: "Id of the account." })
  readonly accountId?: string;

  @Field(() => String, { description: "Name." })
  readonly name!: string;

  @Field(() => EmailAddressScalar, { description: "E-mail address its identity provider shows." })
  readonly email!: string;

  @Field(() => AccountKindEnum, { description: "What kind of sign-in it comes from." })
  readonly kind!: AccountKind;
}
