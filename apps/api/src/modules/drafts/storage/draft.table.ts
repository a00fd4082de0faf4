/** What a person has typed so far (F32). */
import type { DraftContent } from "@accord/domain";
import { count, defineTable, document, instant, key, text } from "../../../kernel/db/columns.js";

export const draftTable = defineTable({
  name: "draft",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    content: document<DraftContent>("content"),
    revision: count("revision"),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
    expiresAt: instant("expires_at"),
  },
  foreignKeys: [
    { name: "draft_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "draft_by_account", columns: ["accountId", "updatedAt"] },
    { name: "draft_by_expiry", columns: ["expiresAt"] },
  ],
});
