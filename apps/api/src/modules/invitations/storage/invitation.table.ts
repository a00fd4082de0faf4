/** One-time links that bind one contact of one request to whoever signs in with them (G5); at most one is open for a contact. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const invitationTable = defineTable({
  name: "invitation",
  person: { by: ["usedBy", { through: "contactId", to: "request_contact" }], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    requestId: text("request_id", "ID"),
    contactId: text("contact_id", "ID"),
    inviterId: text("inviter_id", "ID", orNull),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash", "SECRET"),
    /** The token itself, encrypted, until the mail with it is sent. */
    sealedToken: text("sealed_token", "SECRET", orNull),
    createdAt: instant("created_at", "FACT"),
    sentAt: instant("sent_at", "FACT", orNull),
    expiresAt: instant("expires_at", "FACT"),
    endedAt: instant("ended_at", "FACT", orNull),
    usedAt: instant("used_at", "FACT", orNull),
    usedBy: text("used_by", "ID", orNull),
  },
  uniques: [{ name: "invitation_token", columns: ["tokenHash"] }],
  foreignKeys: [
    {
      name: "invitation_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    {
      name: "invitation_contact",
      target: "request_contact",
      columnNames: ["contactId"],
      referencedColumnNames: ["id"],
    },
    { name: "invitation_inviter", ...account, columnNames: ["inviterId"] },
    { name: "invitation_user", ...account, columnNames: ["usedBy"] },
  ],
  indices: [
    { name: "invitation_by_request", columns: ["requestId"] },
    { name: "invitation_by_contact", columns: ["contactId"] },
    {
      name: "invitation_open",
      columns: ["contactId"],
      unique: true,
      where: `"ended_at" IS NULL AND "used_at" IS NULL`,
    },
  ],
});
