/** Which notices an account also wants by mail; without a row the domain's defaults hold (F72). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key } from "../../../kernel/db/columns.js";

export interface NoticePreferenceRow {
  readonly accountId: string;
  readonly mailOn: readonly string[];
  readonly updatedAt: EpochMs;
}

export const noticePreferenceTable = new EntitySchema<NoticePreferenceRow>({
  name: "notice_preference",
  columns: {
    accountId: key("account_id"),
    mailOn: document("mail_on"),
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
