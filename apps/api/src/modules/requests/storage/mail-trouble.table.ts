/** Contacts whose address does not take our mail: shown on the request (E24). */
import { defineTable, instant, key, text } from "../../../kernel/db/columns.js";

export const mailTroubleTable = defineTable({
  name: "mail_trouble",
  person: { by: [{ through: "contactId", to: "request_contact" }], atErasure: "DELETED" },
  columns: {
    contactId: key("contact_id", "ID"),
    requestId: text("request_id", "ID"),
    /** `REFUSED`: the mail server said no at once; `BOUNCED`: the mail came back later. */
    reason: text<"REFUSED" | "BOUNCED">("reason", "FACT"),
    at: instant("at", "FACT"),
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
