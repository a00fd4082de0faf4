/** Directory tenants whose work accounts are partner accounts (docs/glossary.md). */

import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { partnerTenantTable } from "./partner-tenant.table.js";

export interface PartnerTenantReads {
  all(): Promise<ReadonlySet<string>>;
}

export interface PartnerTenantWrites extends PartnerTenantReads {
  replace(tenantIds: readonly string[]): Promise<void>;
}

export const createPartnerTenantReads = (context: StoreContext): PartnerTenantReads => ({
  all: async () => new Set((await (await context.manager()).find(partnerTenantTable)).map((row) => row.tenantId)),
});

export const createPartnerTenantWrites = (context: WriteContext): PartnerTenantWrites => ({
  ...createPartnerTenantReads(context),
  replace: async (tenantIds) => {
    await context.sql.run(`DELETE FROM partner_tenant`);
    const rows = [...new Set(tenantIds)].map((tenantId) => ({ tenantId }));
    if (rows.length > 0) await (await context.manager()).insert(partnerTenantTable, rows);
  },
});

export const partnerTenantStore: StoreKey<PartnerTenantReads, PartnerTenantWrites> = {
  reads: createPartnerTenantReads,
  writes: createPartnerTenantWrites,
};
