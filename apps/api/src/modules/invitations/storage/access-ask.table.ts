/** Who asked for access to which number, whether there is such a request or not (F46); at most one ask of an account and number is open. */
import { count, defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const accessAskTable = defineTable({
  name: "access_ask",
  columns: {
    id: key("id"),
    number: text("number"),
    accountId: text("account_id"),
    requestId: text("request_id", orNull),
    askedAt: instant("asked_at"),
    toldAt: instant("told_at", orNull),
    decidedAt: instant("decided_at", orNull),
    decidedBy: text("decided_by", orNull),
    isGranted: count("is_granted", orNull),
  },
  foreignKeys: [
    { name: "access_ask_account", ...account, columnNames: ["accountId"] },
    {
      name: "access_ask_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    { name: "access_ask_decider", ...account, columnNames: ["decidedBy"] },
  ],
  indices: [
    { name: "access_ask_by_request", columns: ["requestId"], where: `"request_id" IS NOT NULL` },
    { name: "access_ask_open", columns: ["accountId", "number"], unique: true, where: `"decided_at" IS NULL` },
  ],
});
