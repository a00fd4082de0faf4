/** Security counters in fixed windows. */
import { count, defineTable, instant, key } from "../db/columns.js";

export const rateCounterTable = defineTable({
  name: "rate_counter",
  columns: {
    key: key("key"),
    points: count("points"),
    windowEndsAt: instant("window_ends_at"),
  },
  indices: [{ name: "rate_counter_by_end", columns: ["windowEndsAt"] }],
});
