/** One-time links that prove the address of an account (E9, A-10); the used ones say which address an account has proven here. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface AddressConfirmationRow {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
  /** The token itself, encrypted, until the mail with it is sent. */
  readonly sealedToken: string | null;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly usedAt: EpochMs | null;
}

export const addressConfirmationTable = new EntitySchema<AddressConfirmationRow>({
  name: "address_confirmation",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    email: text("email"),
    tokenHash: text("token_hash"),
    sealedToken: text("sealed_token", orNull),
    createdAt: instant("created_at"),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at", orNull),
    usedAt: instant("used_at", orNull),
  },
  uniques: [{ name: "address_confirmation_token", columns: ["tokenHash"] }],
  foreignKeys: [
    {
      name: "address_confirmation_account",
      target: "account",
      columnNames: ["accountId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [
    { name: "address_confirmation_by_account", columns: ["accountId"] },
    {
      name: "address_confirmation_open",
      columns: ["accountId"],
      unique: true,
      where: `"ended_at" IS NULL AND "used_at" IS NULL`,
    },
  ],
});
