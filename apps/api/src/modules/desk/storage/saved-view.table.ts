/** Views of the queue that an engineer keeps under a name (F41, F52). */
import { defineTable, document, instant, key, text } from "../../../kernel/db/columns.js";

export const savedViewTable = defineTable({
  name: "saved_view",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    name: text("name", "WORDS"),
    content: document<{ readonly filter?: object; readonly search?: string | null }>("content", "WORDS"),
    updatedAt: instant("updated_at", "FACT"),
  },
  uniques: [{ name: "saved_view_name", columns: ["accountId", "name"] }],
  foreignKeys: [
    { name: "saved_view_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
