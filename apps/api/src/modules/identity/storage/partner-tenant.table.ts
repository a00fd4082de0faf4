/** Directory tenants whose work accounts are partner accounts. */
import { defineTable, key } from "../../../kernel/db/columns.js";

export const partnerTenantTable = defineTable({
  name: "partner_tenant",
  columns: {
    tenantId: key("tenant_id", "CONFIGURATION"),
  },
});
