/** What a person has typed so far (F32). */
import type { DraftContent } from "@accord/domain";
import { count, defineTable, document, instant, key, text } from "../../../kernel/db/columns.js";

export const draftTable = defineTable({
  name: "draft",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    content: document<DraftContent>("content", "WORDS"),
    revision: count("revision", "FACT"),
    createdAt: instant("created_at", "FACT"),
    updatedAt: instant("updated_at", "FACT"),
    expiresAt: instant("expires_at", "FACT"),
  },
  foreignKeys: [
    { name: "draft_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "draft_by_account", columns: ["accountId", "updatedAt"] },
    { name: "draft_by_expiry", columns: ["expiresAt"] },
  ],
});
