/** One-time links that register an agreement for whoever signs in with them (F56, P16); at most one is open for an agreement. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface ActivationLinkRow {
  readonly id: string;
  readonly planId: string;
  readonly creatorId: string | null;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly usedAt: EpochMs | null;
  readonly usedBy: string | null;
}

const account = { target: "account", referencedColumnNames: ["id"] };

export const activationLinkTable = new EntitySchema<ActivationLinkRow>({
  name: "activation_link",
  columns: {
    id: key("id"),
    planId: text("plan_id"),
    creatorId: text("creator_id", orNull),
    tokenHash: text("token_hash"),
    createdAt: instant("created_at"),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at", orNull),
    usedAt: instant("used_at", orNull),
    usedBy: text("used_by", orNull),
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
