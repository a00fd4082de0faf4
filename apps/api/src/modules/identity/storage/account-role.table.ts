/** Staff roles of an account. */
import type { StaffRole } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, key, oneOf } from "../../../kernel/db/columns.js";

export interface AccountRoleRow {
  readonly accountId: string;
  readonly role: StaffRole;
}

export const accountRoleTable = new EntitySchema<AccountRoleRow>({
  name: "account_role",
  columns: {
    accountId: key("account_id"),
    role: choice("role", { primary: true }),
  },
  checks: [oneOf("account_role_role", "role", ["ENGINEER", "LEAD", "ADMINISTRATOR", "AUDITOR"])],
  foreignKeys: [
    { name: "account_role_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
