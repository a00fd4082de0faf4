/** Who asked for access to which number, whether there is such a request or not (F46); at most one ask of an account and number is open. */
import { count, defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const accessAskTable = defineTable({
  name: "access_ask",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    number: text("number", "FACT"),
    accountId: text("account_id", "ID"),
    requestId: text("request_id", "ID", orNull),
    askedAt: instant("asked_at", "FACT"),
    toldAt: instant("told_at", "FACT", orNull),
    decidedAt: instant("decided_at", "FACT", orNull),
    decidedBy: text("decided_by", "ID", orNull),
    isGranted: count("is_granted", "FACT", orNull),
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
