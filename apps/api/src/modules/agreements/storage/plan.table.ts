/** Anything a request can be charged to; `remaining` is the guarded balance, null for an unlimited plan. */
import { choice, count, defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const planTable = defineTable({
  name: "plan",
  columns: {
    id: key("id"),
    origin: choice<"AGREEMENT" | "PURCHASE">("origin"),
    programmeId: text("programme_id"),
    startsOn: text("starts_on"),
    endsOn: text("ends_on"),
    timeZone: text("time_zone"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    revokedAt: instant("revoked_at", orNull),
    granted: count("granted", orNull),
    remaining: count("remaining", orNull),
    purchaserId: text("purchaser_id", orNull),
    createdAt: instant("created_at"),
    /** The import it came with: in force once that is loaded. */
    importId: text("import_id", orNull),
  },
  checks: [
    { name: "plan_origin", expression: `"origin" IN ('AGREEMENT', 'PURCHASE')` },
    { name: "plan_remaining", expression: `"remaining" >= 0` },
    { name: "plan_counts", expression: `("granted" IS NULL) = ("remaining" IS NULL)` },
  ],
  indices: [{ name: "plan_by_end", columns: ["endsAt", "id"] }],
  foreignKeys: [
    { name: "plan_purchaser", target: "account", columnNames: ["purchaserId"], referencedColumnNames: ["id"] },
  ],
});
