/** Saved cards: a reference at the provider, a brand and four digits; a number never (F25; P-6). */
import type { GatewayName } from "@accord/domain";
import { choice, count, defineTable, instant, key, orNull, text, yesNo } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const changedAt = migration("CardChangedAt1795400074000", {
  up: [
    `ALTER TABLE "payment_method" ADD COLUMN "changed_at" bigint`,
    `UPDATE "payment_method" SET "changed_at" = "removed_at"`,
  ],
  down: [`ALTER TABLE "payment_method" DROP COLUMN "changed_at"`],
});

export const paymentMethodTable = defineTable({
  name: "payment_method",
  person: { by: ["accountId"], atErasure: "BLANKED" },
  migrations: [changedAt],
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    gateway: choice<GatewayName>("gateway", "FACT"),
    cardRef: text("card_ref", "SECRET"),
    brand: text("brand", "MONEY"),
    last4: text("last4", "MONEY"),
    expMonth: count("exp_month", "MONEY"),
    expYear: count("exp_year", "MONEY"),
    isDefault: yesNo("is_default", "FACT"),
    createdAt: instant("created_at", "FACT"),
    removedAt: instant("removed_at", "FACT", orNull),
    /** Null: as it was saved. */
    changedAt: instant("changed_at", "FACT", orNull),
  },
  checks: [{ name: "payment_method_last4", expression: `length("last4") = 4` }],
  foreignKeys: [
    { name: "payment_method_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "payment_method_by_account", columns: ["accountId"] },
    {
      name: "payment_method_default",
      columns: ["accountId", "gateway"],
      unique: true,
      where: `"is_default" = 1 AND "removed_at" IS NULL`,
    },
    {
      name: "payment_method_card",
      columns: ["accountId", "gateway", "cardRef"],
      unique: true,
      where: `"removed_at" IS NULL`,
    },
  ],
});
