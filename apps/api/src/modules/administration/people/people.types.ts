/** Inputs and payloads of managing people (F60). */
import type { Account, AccountKind, StaffRole } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { AccountKindEnum, StaffRoleEnum } from "../../identity/graphql.js";
import { ManagedAccountType, PartnerTenantType } from "../types/managed-account.type.js";
import { TENANTS_MOST } from "./change-people.js";

@InputType("AccountFilter", { description: "Which accounts; all of it must hold." })
export class AccountFilterInput {
  @Field(() => String, { nullable: true, description: "A part of the name or address, or the whole id." })
  readonly text?: string | null;

  @Field(() => AccountKindEnum, { nullable: true, description: "Of this kind." })
  readonly kind?: AccountKind | null;

  @Field(() => StaffRoleEnum, { nullable: true, description: "With this role." })
  readonly role?: StaffRole | null;
}

@InputType("UpdateStaffRolesInput", { description: "The roles an account has from now on." })
export class UpdateStaffRolesInput {
  @Field(() => ID, { description: "Id of the account." })
  readonly accountId!: string;

  @Field(() => [StaffRoleEnum], { description: "Its roles; none: it is no staff." })
  readonly roles!: readonly StaffRole[];
}

@InputType("UpdatePartnerTenantsInput", { description: "Every directory of a partner." })
export class UpdatePartnerTenantsInput {
  @Field(() => [String], { description: "Ids of the directories, up to 1,000; they replace those before." })
  readonly tenantIds!: readonly string[];
}

@ObjectType("UpdateStaffRolesPayload", {
  description: "What setting the roles of an account leads to.",
  simpleResolvers: true,
})
export class UpdateStaffRolesPayload extends MutationPayload {
  @Field(() => ManagedAccountType, { nullable: true, description: "The account." })
  readonly account!: Account | null;
}

@ObjectType("UpdatePartnerTenantsPayload", {
  description: "What setting partner tenants leads to.",
  simpleResolvers: true,
})
export class UpdatePartnerTenantsPayload extends MutationPayload {
  @AtMost(TENANTS_MOST)
  @Field(() => [PartnerTenantType], { nullable: true, description: "The directories." })
  readonly partnerTenants!: readonly PartnerTenantType[] | null;
}
