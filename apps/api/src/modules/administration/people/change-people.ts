/** Roles and partner tenants: given and taken at once, for the pages and the command line alike (F60). */
import { accept, decideRoles, type Result, refuse, type StaffRole, type TimeZoneName } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountStore, partnerTenantStore } from "../../identity/module.js";
import { tenantsText, updatePack } from "../../packs/module.js";

/** Who does it, and when. */
export interface Act {
  /** Null: the command line. */
  readonly actorId: string | null;
  readonly at: number;
}

/** Null where there is no such account. One audit entry for each role given or taken. */
export const updateStaffRoles = async (
  tx: WriteStores,
  accountId: string,
  wanted: (current: readonly StaffRole[]) => readonly StaffRole[],
  { actorId, at }: Act,
): Promise<Result<
  { readonly roles: readonly StaffRole[]; readonly isChanged: boolean },
  "LAST_ADMINISTRATOR"
> | null> => {
  // Counted before the account is read: nobody else gives or takes a role from here on.
  const administrators = await tx.of(accountStore).countWithRoleForChange("ADMINISTRATOR");
  const account = await tx.of(accountStore).byId(accountId);
  if (account === null) return null;
  const decided = decideRoles(account.roles, wanted(account.roles), administrators);
  if (!decided.ok) return decided;
  const { roles, granted, revoked } = decided.value;
  const isChanged = granted.length + revoked.length > 0;
  if (isChanged) await tx.of(accountStore).setRoles(accountId, roles, at);
  for (const role of granted)
    await tx.of(auditStore).append({ actorId, action: "staff.grant", objectId: accountId, details: { role }, at });
  for (const role of revoked)
    await tx.of(auditStore).append({ actorId, action: "staff.revoke", objectId: accountId, details: { role }, at });
  return accept({ roles, isChanged });
};

/** A directory's id: a UUID, or the name a provider uses instead. */
const TENANT = /^[\w.:-]{1,100}$/;
export const TENANTS_MOST = 1000;

export const updatePartnerTenants = async (
  tx: WriteStores,
  wanted: readonly string[],
  { actorId, at }: Act,
  zone: TimeZoneName,
): Promise<Result<readonly string[]>> => {
  const tenantIds = [...new Set(wanted.map((id) => id.trim()))].sort();
  if (tenantIds.length > TENANTS_MOST) return refuse("INPUT_TOO_LONG", ["tenantIds"], { max: TENANTS_MOST });
  const wrong = tenantIds.findIndex((id) => !TENANT.test(id));
  if (wrong >= 0) return refuse("INPUT_INVALID", ["tenantIds"], { expected: "choice" });
  const before = await tx.of(partnerTenantStore).all();
  const added = tenantIds.filter((id) => !before.has(id));
  const removed = [...before].filter((id) => !tenantIds.includes(id));
  if (added.length + removed.length === 0) return accept(tenantIds);
  const loaded = await updatePack(
    tx,
    { kind: "PARTNER_TENANTS", text: tenantsText(tenantIds), effectiveOn: null, digest: null, actorId },
    { now: at, zone },
  );
  if (!loaded.ok) return loaded;
  const details = { added, removed };
  await tx.of(auditStore).append({ actorId, action: "partnerTenants.set", objectId: "partner-tenants", details, at });
  return accept(tenantIds);
};
