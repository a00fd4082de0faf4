/** Anything a request can be charged to; `remaining` is the guarded balance, null for an unlimited plan. */

import { choice, count, defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

/** Of plans there are already: the last that is on record of their terms; of an extension nothing is but its audit entry. */
const changedAt = migration("PlanChangedAt1795400075000", {
  up: [
    `ALTER TABLE "plan" ADD COLUMN "changed_at" bigint`,
    `UPDATE "plan" SET "changed_at" = coalesce("revoked_at",
      (SELECT max(l."at") FROM "entitlement_ledger" l WHERE l."plan_id" = "plan"."id" AND l."kind" = 'ADJUST'),
      (SELECT a."activated_at" FROM "plan_activation" a WHERE a."plan_id" = "plan"."id"))`,
  ],
  down: [`ALTER TABLE "plan" DROP COLUMN "changed_at"`],
});

export const planTable = defineTable({
  name: "plan",
  migrations: [changedAt],
  columns: {
    id: key("id", "ID"),
    origin: choice<"AGREEMENT" | "PURCHASE">("origin", "FACT"),
    programmeId: text("programme_id", "ID"),
    startsOn: text("starts_on", "FACT"),
    endsOn: text("ends_on", "FACT"),
    timeZone: text("time_zone", "FACT"),
    startsAt: instant("starts_at", "FACT"),
    endsAt: instant("ends_at", "FACT"),
    revokedAt: instant("revoked_at", "FACT", orNull),
    granted: count("granted", "FACT", orNull),
    remaining: count("remaining", "FACT", orNull),
    purchaserId: text("purchaser_id", "ID", orNull),
    createdAt: instant("created_at", "FACT"),
    /** When term, grant or pair last changed, or it was withdrawn; null: as it was issued. Using incidents is the ledger's. */
    changedAt: instant("changed_at", "FACT", orNull),
    /** The import it came with: in force once that is loaded. */
    importId: text("import_id", "ID", orNull),
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
