/** Which notices an account also wants by mail; without a row the domain's defaults hold (F72). */
import type { NoticeKind } from "@accord/domain";
import { defineTable, document, instant, key } from "../../../kernel/db/columns.js";

export const noticePreferenceTable = defineTable({
  name: "notice_preference",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    accountId: key("account_id", "ID"),
    mailOn: document<readonly NoticeKind[]>("mail_on", "FACT"),
    updatedAt: instant("updated_at", "FACT"),
  },
  foreignKeys: [
    {
      name: "notice_preference_account",
      target: "account",
      columnNames: ["accountId"],
      referencedColumnNames: ["id"],
    },
  ],
});
