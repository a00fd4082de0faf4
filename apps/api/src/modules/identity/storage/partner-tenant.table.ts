/** Directory tenants whose work accounts are partner accounts. */
import { EntitySchema } from "typeorm";
import { key } from "../../../kernel/db/columns.js";

export interface PartnerTenantRow {
  readonly tenantId: string;
}

export const partnerTenantTable = new EntitySchema<PartnerTenantRow>({
  name: "partner_tenant",
  columns: {
    tenantId: key("tenant_id"),
  },
});
