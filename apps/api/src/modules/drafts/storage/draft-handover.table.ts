/** A draft on its way to another account, under the hash of a one-use handle. */
import type { DraftContent } from "@accord/domain";
import { defineTable, document, instant, key, text } from "../../../kernel/db/columns.js";

export const draftHandoverTable = defineTable({
  name: "draft_handover",
  columns: {
    /** SHA-256 of the one-use handle the browser holds. */
    handleHash: key("handle_hash"),
    draftId: text("draft_id"),
    fromAccountId: text("from_account_id"),
    content: document<DraftContent>("content"),
    expiresAt: instant("expires_at"),
  },
  foreignKeys: [
    {
      name: "draft_handover_account",
      target: "account",
      columnNames: ["fromAccountId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "draft_handover_by_expiry", columns: ["expiresAt"] }],
});
