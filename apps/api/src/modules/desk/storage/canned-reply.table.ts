/** Replies kept for reuse: an engineer's own, or the whole desk's (F54). */
import type { EpochMs, Language } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface CannedReplyRow {
  readonly id: string;
  /** Null: everybody's. */
  readonly accountId: string | null;
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  readonly updatedAt: EpochMs;
}

export const cannedReplyTable = new EntitySchema<CannedReplyRow>({
  name: "canned_reply",
  columns: {
    id: key("id"),
    accountId: text("account_id", orNull),
    title: text("title"),
    text: text("text"),
    language: text("language"),
    updatedAt: instant("updated_at"),
  },
  foreignKeys: [
    { name: "canned_reply_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "canned_reply_by_account", columns: ["accountId"] }],
});
