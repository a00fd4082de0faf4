/** Which accounts registered which plan (R16, R17, E11). */
import { defineTable, instant, key } from "../../../kernel/db/columns.js";

export const registrationTable = defineTable({
  name: "registration",
  columns: {
    accountId: key("account_id"),
    planId: key("plan_id"),
    at: instant("at"),
  },
  foreignKeys: [
    { name: "registration_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "registration_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "registration_by_plan", columns: ["planId", "accountId"] }],
});
