/** What a payment provider calls an account. */
import type { GatewayName } from "@accord/domain";
import { choice, defineTable, text } from "../../../kernel/db/columns.js";

export const paymentCustomerTable = defineTable({
  name: "payment_customer",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    accountId: text("account_id", "ID", { primary: true }),
    gateway: choice<GatewayName>("gateway", "FACT", { primary: true }),
    customerRef: text("customer_ref", "SECRET"),
  },
  foreignKeys: [
    { name: "payment_customer_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
