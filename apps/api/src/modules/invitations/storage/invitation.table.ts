/** One-time links that bind one contact of one request to whoever signs in with them (G5); at most one is open for a contact. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const invitationTable = defineTable({
  name: "invitation",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    contactId: text("contact_id"),
    inviterId: text("inviter_id", orNull),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash"),
    /** The token itself, encrypted, until the mail with it is sent. */
    sealedToken: text("sealed_token", orNull),
    createdAt: instant("created_at"),
    sentAt: instant("sent_at", orNull),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at", orNull),
    usedAt: instant("used_at", orNull),
    usedBy: text("used_by", orNull),
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
