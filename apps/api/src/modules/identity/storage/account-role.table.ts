/** Staff roles of an account. */
import type { StaffRole } from "@accord/domain";
import { choice, defineTable, key, oneOf } from "../../../kernel/db/columns.js";

export const accountRoleTable = defineTable({
  name: "account_role",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    accountId: key("account_id", "ID"),
    role: choice<StaffRole>("role", "FACT", { primary: true }),
  },
  checks: [oneOf("account_role_role", "role", ["ENGINEER", "LEAD", "ADMINISTRATOR", "AUDITOR"])],
  foreignKeys: [
    { name: "account_role_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
