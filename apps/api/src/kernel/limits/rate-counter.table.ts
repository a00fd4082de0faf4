/** Security counters in fixed windows. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, instant, key } from "../db/columns.js";

export interface RateCounterRow {
  readonly key: string;
  readonly points: number;
  readonly windowEndsAt: EpochMs;
}

export const rateCounterTable = new EntitySchema<RateCounterRow>({
  name: "rate_counter",
  columns: {
    key: key("key"),
    points: count("points"),
    windowEndsAt: instant("window_ends_at"),
  },
  indices: [{ name: "rate_counter_by_end", columns: ["windowEndsAt"] }],
});
