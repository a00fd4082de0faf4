/** Whether an account wants mail about one request; without a row the primary contact does and nobody else (R87, F71). */
import { defineTable, instant, key, yesNo } from "../../../kernel/db/columns.js";

export const requestFollowingTable = defineTable({
  name: "request_subscription",
  columns: {
    requestId: key("request_id"),
    accountId: key("account_id"),
    isSubscribed: yesNo("is_subscribed"),
    updatedAt: instant("updated_at"),
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
