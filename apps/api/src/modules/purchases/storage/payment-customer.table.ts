/** What a payment provider calls an account. */
import type { GatewayName } from "@accord/domain";
import { choice, defineTable, text } from "../../../kernel/db/columns.js";

export const paymentCustomerTable = defineTable({
  name: "payment_customer",
  columns: {
    accountId: text("account_id", { primary: true }),
    gateway: choice<GatewayName>("gateway", { primary: true }),
    customerRef: text("customer_ref"),
  },
  foreignKeys: [
    { name: "payment_customer_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
