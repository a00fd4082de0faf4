/** Security counters in fixed windows. */
import { count, defineTable, instant, key } from "../db/columns.js";

export const rateCounterTable = defineTable({
  name: "rate_counter",
  person: "SEPARATELY",
  columns: {
    key: key("key", "TRACE"),
    points: count("points", "FACT"),
    windowEndsAt: instant("window_ends_at", "FACT"),
  },
  indices: [{ name: "rate_counter_by_end", columns: ["windowEndsAt"] }],
});
