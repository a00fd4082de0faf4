/** One-time links that bind one contact of one request to whoever signs in with them (G5); at most one is open for a contact. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface InvitationRow {
  readonly id: string;
  readonly requestId: string;
  readonly contactId: string;
  readonly inviterId: string | null;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
  /** The token itself, encrypted, until the mail with it is sent. */
  readonly sealedToken: string | null;
  readonly createdAt: EpochMs;
  readonly sentAt: EpochMs | null;
  readonly expiresAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly usedAt: EpochMs | null;
  readonly usedBy: string | null;
}

const account = { target: "account", referencedColumnNames: ["id"] };

export const invitationTable = new EntitySchema<InvitationRow>({
  name: "invitation",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    contactId: text("contact_id"),
    inviterId: text("inviter_id", orNull),
    tokenHash: text("token_hash"),
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
