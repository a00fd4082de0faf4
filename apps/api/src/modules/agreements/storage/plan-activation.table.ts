/** Agreements that their holder activates: by when, and whether it was done (R56, S12, S17). A plan without a row never needs it. */
import type { TermBasis } from "@accord/domain";
import { choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const planActivationTable = defineTable({
  name: "plan_activation",
  columns: {
    planId: key("plan_id", "ID"),
    basis: choice<TermBasis>("basis", "FACT"),
    redeemBy: text("redeem_by", "FACT"),
    redeemEndsAt: instant("redeem_ends_at", "FACT"),
    activatedAt: instant("activated_at", "FACT", orNull),
    activatedBy: text("activated_by", "ID", orNull),
    /** Days of notice of the last reminder; null: none was sent. */
    remindedDays: count("reminded_days", "FACT", orNull),
  },
  checks: [oneOf("plan_activation_basis", "basis", ["ACTIVATION", "MEMBERSHIP"])],
  foreignKeys: [
    { name: "plan_activation_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
    { name: "plan_activation_account", target: "account", columnNames: ["activatedBy"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "plan_activation_waiting", columns: ["redeemEndsAt", "planId"], where: `"activated_at" IS NULL` }],
});
