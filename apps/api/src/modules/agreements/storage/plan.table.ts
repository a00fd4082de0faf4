/** Anything a request can be charged to; `remaining` is the guarded balance, null for an unlimited plan. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, count, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface PlanRow {
  readonly id: string;
  readonly origin: "AGREEMENT" | "PURCHASE";
  readonly programmeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly revokedAt: EpochMs | null;
  readonly granted: number | null;
  readonly remaining: number | null;
  readonly purchaserId: string | null;
  readonly createdAt: EpochMs;
  /** The import it came with: in force once that is loaded. */
  readonly importId: string | null;
}

export const planTable = new EntitySchema<PlanRow>({
  name: "plan",
  columns: {
    id: key("id"),
    origin: choice("origin"),
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
