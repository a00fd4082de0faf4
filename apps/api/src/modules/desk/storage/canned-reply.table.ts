/** Replies kept for reuse: an engineer's own, or the whole desk's (F54). */
import type { Language } from "@accord/domain";
import { defineTable, instant, key, orNull, type RowOf, text } from "../../../kernel/db/columns.js";

export const cannedReplyTable = defineTable({
  name: "canned_reply",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    /** Null: everybody's. */
    accountId: text("account_id", "ID", orNull),
    title: text("title", "WORDS"),
    text: text("text", "WORDS"),
    language: text<Language>("language", "FACT"),
    updatedAt: instant("updated_at", "FACT"),
  },
  foreignKeys: [
    { name: "canned_reply_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "canned_reply_by_account", columns: ["accountId"] }],
});

export type CannedReply = RowOf<typeof cannedReplyTable>;
/** What whoever keeps a reply says of it. */
export type WrittenReply = Pick<CannedReply, "id" | "accountId" | "title" | "text" | "language" | "updatedAt">;
