/** One-time links that register an agreement for whoever signs in with them (F56, P16); at most one is open for an agreement. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const activationLinkTable = defineTable({
  name: "activation_link",
  person: "NOBODY",
  columns: {
    /** `act_…` */
    id: key("id", "ID"),
    planId: text("plan_id", "ID"),
    /** Null: the command line. */
    creatorId: text("creator_id", "ID", orNull),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash", "SECRET"),
    createdAt: instant("created_at", "FACT"),
    expiresAt: instant("expires_at", "FACT"),
    /** Replaced by a newer one, or taken back. */
    endedAt: instant("ended_at", "FACT", orNull),
    usedAt: instant("used_at", "FACT", orNull),
    usedBy: text("used_by", "ID", orNull),
  },
  uniques: [{ name: "activation_link_token", columns: ["tokenHash"] }],
  foreignKeys: [
    { name: "activation_link_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
    { name: "activation_link_creator", ...account, columnNames: ["creatorId"] },
    { name: "activation_link_user", ...account, columnNames: ["usedBy"] },
  ],
  indices: [
    { name: "activation_link_by_plan", columns: ["planId"] },
    {
      name: "activation_link_open",
      columns: ["planId"],
      unique: true,
      where: `"ended_at" IS NULL AND "used_at" IS NULL`,
    },
  ],
});
