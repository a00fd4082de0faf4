/** A draft on its way to another account, under the hash of a one-use handle. */
import type { DraftContent, EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key, text } from "../../../kernel/db/columns.js";

export interface DraftHandoverRow {
  readonly handleHash: string;
  readonly draftId: string;
  readonly fromAccountId: string;
  readonly content: DraftContent;
  readonly expiresAt: EpochMs;
}

export const draftHandoverTable = new EntitySchema<DraftHandoverRow>({
  name: "draft_handover",
  columns: {
    handleHash: key("handle_hash"),
    draftId: text("draft_id"),
    fromAccountId: text("from_account_id"),
    content: document("content"),
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
