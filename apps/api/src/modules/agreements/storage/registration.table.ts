/** Which accounts registered which plan (R16, R17, E11). */
import { defineTable, instant, key } from "../../../kernel/db/columns.js";

export const registrationTable = defineTable({
  name: "registration",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    accountId: key("account_id", "ID"),
    planId: key("plan_id", "ID"),
    at: instant("at", "FACT"),
  },
  foreignKeys: [
    { name: "registration_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "registration_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "registration_by_plan", columns: ["planId", "accountId"] }],
});
