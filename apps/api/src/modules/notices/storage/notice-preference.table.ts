/** Which notices an account also wants by mail; without a row the domain's defaults hold (F72). */
import type { NoticeKind } from "@accord/domain";
import { defineTable, document, instant, key } from "../../../kernel/db/columns.js";

export const noticePreferenceTable = defineTable({
  name: "notice_preference",
  columns: {
    accountId: key("account_id"),
    mailOn: document<readonly NoticeKind[]>("mail_on"),
    updatedAt: instant("updated_at"),
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
