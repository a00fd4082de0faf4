/** Accounts, staff roles and partner tenants: for staff; what gives rights in a browser session alone (F60). */
import { type Account, accept } from "@accord/domain";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { connectionOfList, connectionOfPage, pageRequestOf, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { accountStore, partnerTenantStore } from "../../identity/module.js";
import {
  ManagedAccountConnectionType,
  ManagedAccountType,
  PartnerTenantConnectionType,
  type PartnerTenantType,
} from "../types/managed-account.type.js";
import { type Act, updatePartnerTenants, updateStaffRoles } from "./change-people.js";
import {
  AccountFilterInput,
  UpdatePartnerTenantsInput,
  UpdatePartnerTenantsPayload,
  UpdateStaffRolesInput,
  UpdateStaffRolesPayload,
} from "./people.types.js";

const actOf = (context: RequestContext): Act => ({ actorId: accountOf(context).id, at: context.clock.now() });

/** @throws RequestError NOT_FOUND */
const found = <Value>(value: Value | null): Value => {
  if (value === null || value === false) throw new RequestError("NOT_FOUND");
  return value;
};

/** A directory; its id stands in the cursors of the list. */
interface PartnerTenant extends PartnerTenantType {
  readonly id: string;
}

const tenantsOf = (ids: Iterable<string>): PartnerTenant[] =>
  [...ids].sort().map((tenantId) => ({ id: tenantId, tenantId }));

@Resolver()
export class PeopleResolver {
  @Query(() => ManagedAccountConnectionType, {
    description: "Accounts, newest first. Staff with the right READ_ACCOUNTS.",
  })
  async accounts(
    @Arg("filter", () => AccountFilterInput, { nullable: true, description: "Which ones." })
    filter: AccountFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<Account>> {
    const accounts = context.db.read.of(accountStore);
    const rows = await accounts.page(filter ?? {}, pageRequestOf(page));
    return connectionOfPage(rows, page, () => accounts.count(filter ?? {}));
  }

  @Query(() => ManagedAccountType, lookUp("One account. Staff with the right READ_ACCOUNTS."))
  async managedAccount(
    @Arg("id", () => ID, { description: "Id of the account." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Account> {
    return found(await context.db.read.of(accountStore).byId(idOf("acc", id)));
  }

  @Query(() => PartnerTenantConnectionType, {
    description: "Directories of partners, by id. Staff with the right READ_ACCOUNTS.",
  })
  async partnerTenants(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<PartnerTenant>> {
    return connectionOfList(tenantsOf(await context.db.read.of(partnerTenantStore).all()), page);
  }

  @Mutation(() => UpdateStaffRolesPayload, {
    description:
      "Gives and takes staff roles; running sessions follow at once. The last administrator stays. Staff with the right MANAGE_STAFF.",
  })
  async updateStaffRoles(
    @Arg("input", () => UpdateStaffRolesInput, { description: "The roles." }) input: UpdateStaffRolesInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateStaffRolesPayload> {
    const accountId = idOf("acc", input.accountId);
    const done = found(
      await context.db.transaction("set staff roles", (tx) =>
        updateStaffRoles(tx, accountId, () => input.roles, actOf(context)),
      ),
    );
    if (!done.ok) return payload<{ account: Account }>(context, done);
    return payload(context, accept({ account: found(await context.db.read.of(accountStore).byId(accountId)) }));
  }

  @Mutation(() => UpdatePartnerTenantsPayload, {
    description: "Says which directories are partners'. Staff with the right MANAGE_STAFF.",
  })
  async updatePartnerTenants(
    @Arg("input", () => UpdatePartnerTenantsInput, { description: "The directories." })
    input: UpdatePartnerTenantsInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdatePartnerTenantsPayload> {
    const done = await context.db.transaction("set partner tenants", (tx) =>
      updatePartnerTenants(tx, input.tenantIds, actOf(context), context.settings.entitlementTimeZone),
    );
    if (!done.ok) return payload<{ partnerTenants: PartnerTenant[] }>(context, done);
    return payload(context, accept({ partnerTenants: tenantsOf(done.value) }));
  }
}
