/** Cards being entered with the payment provider; kept for a day. */
import type { GatewayName } from "@accord/domain";
import { choice, defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const cardSetupTable = defineTable({
  name: "card_setup",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    /** `cst_…` */
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    gateway: choice<GatewayName>("gateway", "FACT"),
    setupRef: text("setup_ref", "SECRET"),
    /** The card it led to. */
    paymentMethodId: text("payment_method_id", "ID", orNull),
    createdAt: instant("created_at", "FACT"),
  },
  foreignKeys: [
    { name: "card_setup_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    {
      name: "card_setup_method",
      target: "payment_method",
      columnNames: ["paymentMethodId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "card_setup_by_age", columns: ["createdAt"] }],
});
