/** A draft on its way to another account, under the hash of a one-use handle. */
import type { DraftContent } from "@accord/domain";
import { defineTable, document, instant, key, text } from "../../../kernel/db/columns.js";

export const draftHandoverTable = defineTable({
  name: "draft_handover",
  person: { by: ["fromAccountId"], atErasure: "DELETED" },
  columns: {
    /** SHA-256 of the one-use handle the browser holds. */
    handleHash: key("handle_hash", "SECRET"),
    draftId: text("draft_id", "ID"),
    fromAccountId: text("from_account_id", "ID"),
    content: document<DraftContent>("content", "WORDS"),
    expiresAt: instant("expires_at", "FACT"),
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
