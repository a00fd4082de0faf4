/** Contacts whose address does not take our mail: shown on the request (E24). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, text } from "../../../kernel/db/columns.js";

export interface MailTroubleRow {
  readonly contactId: string;
  readonly requestId: string;
  readonly reason: string;
  readonly at: EpochMs;
}

export const mailTroubleTable = new EntitySchema<MailTroubleRow>({
  name: "mail_trouble",
  columns: {
    contactId: key("contact_id"),
    requestId: text("request_id"),
    reason: text("reason"),
    at: instant("at"),
  },
  foreignKeys: [
    {
      name: "mail_trouble_contact",
      target: "request_contact",
      columnNames: ["contactId"],
      referencedColumnNames: ["id"],
    },
    {
      name: "mail_trouble_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "mail_trouble_by_request", columns: ["requestId"] }],
});
