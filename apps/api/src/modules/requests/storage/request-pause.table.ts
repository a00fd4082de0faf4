/** Times in which support waited for the customer: kept over every other change, at most one without an end (F67). */
import { defineTable, instant, key, orNull } from "../../../kernel/db/columns.js";

export const requestPauseTable = defineTable({
  name: "request_pause",
  columns: {
    requestId: key("request_id", "ID"),
    fromAt: instant("from_at", "FACT", { primary: true }),
    untilAt: instant("until_at", "FACT", orNull),
  },
  foreignKeys: [
    {
      name: "request_pause_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "request_pause_open", columns: ["requestId"], unique: true, where: `"until_at" IS NULL` }],
});
