/** Whether an account wants mail about one request; without a row the primary contact does and nobody else (R87, F71). */
import { defineTable, instant, key, yesNo } from "../../../kernel/db/columns.js";

export const requestFollowingTable = defineTable({
  name: "request_subscription",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    requestId: key("request_id", "ID"),
    accountId: key("account_id", "ID"),
    isSubscribed: yesNo("is_subscribed", "FACT"),
    updatedAt: instant("updated_at", "FACT"),
  },
  foreignKeys: [
    {
      name: "request_subscription_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    {
      name: "request_subscription_account",
      target: "account",
      columnNames: ["accountId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "request_subscription_by_account", columns: ["accountId"] }],
});
