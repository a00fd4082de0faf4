/** What an account is told inside the portal; at most once for each thing that happened (P12, F71). */
import type { NoticeKind } from "@accord/domain";
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const noticeTable = defineTable({
  name: "notice",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    kind: text<NoticeKind>("kind", "FACT"),
    requestId: text("request_id", "ID"),
    /** What it tells of: one notice an account and source. */
    source: text("source", "ID"),
    at: instant("at", "FACT"),
    readAt: instant("read_at", "FACT", orNull),
  },
  uniques: [{ name: "notice_once", columns: ["accountId", "source"] }],
  foreignKeys: [
    { name: "notice_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "notice_request", target: "support_request", columnNames: ["requestId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "notice_by_account", columns: ["accountId", "id"] },
    { name: "notice_unread", columns: ["accountId", "id"], where: `"read_at" IS NULL` },
    { name: "notice_by_request", columns: ["requestId"] },
  ],
});
