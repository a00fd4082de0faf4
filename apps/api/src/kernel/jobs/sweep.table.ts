/** When rounds that throw away what has ended began and ended last (K9). */
import { defineTable, instant, key, orNull } from "../db/columns.js";

export const sweepTable = defineTable({
  name: "sweep",
  columns: {
    name: key("name", "ID"),
    beganAt: instant("began_at", "FACT"),
    /** Null: never yet. A round that fails has begun and not ended. */
    endedAt: instant("ended_at", "FACT", orNull),
  },
});
