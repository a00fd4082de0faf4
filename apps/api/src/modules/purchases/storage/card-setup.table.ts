/** Cards being entered with the payment provider; kept for a day. */
import type { EpochMs, GatewayName } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface CardSetupRow {
  readonly id: string;
  readonly accountId: string;
  readonly gateway: GatewayName;
  readonly setupRef: string;
  readonly paymentMethodId: string | null;
  readonly createdAt: EpochMs;
}

export const cardSetupTable = new EntitySchema<CardSetupRow>({
  name: "card_setup",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    gateway: choice("gateway"),
    setupRef: text("setup_ref"),
    paymentMethodId: text("payment_method_id", orNull),
    createdAt: instant("created_at"),
  },
  foreignKeys: [
    { name: "card_setup_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    {
      name: "card_setup_method",
      target: "payment_method",
      columnNames: ["paymentMethodId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "card_setup_by_age", columns: ["createdAt"] }],
});
