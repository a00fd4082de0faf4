/** Agreements that their holder activates: by when, and whether it was done (R56, S12, S17). A plan without a row never needs it. */
import type { TermBasis } from "@accord/domain";
import { choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const planActivationTable = defineTable({
  name: "plan_activation",
  columns: {
    planId: key("plan_id"),
    basis: choice<TermBasis>("basis"),
    redeemBy: text("redeem_by"),
    redeemEndsAt: instant("redeem_ends_at"),
    activatedAt: instant("activated_at", orNull),
    activatedBy: text("activated_by", orNull),
    /** Days of notice of the last reminder; null: none was sent. */
    remindedDays: count("reminded_days", orNull),
  },
  checks: [oneOf("plan_activation_basis", "basis", ["ACTIVATION", "MEMBERSHIP"])],
  foreignKeys: [
    { name: "plan_activation_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
    { name: "plan_activation_account", target: "account", columnNames: ["activatedBy"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "plan_activation_waiting", columns: ["redeemEndsAt", "planId"], where: `"activated_at" IS NULL` }],
});
