/** How often customers were refused, by day and reason; nobody is named (F79). */
import { count, defineTable, key } from "../../../kernel/db/columns.js";

export const refusalCountTable = defineTable({
  name: "refusal_count",
  columns: {
    /** UTC. */
    day: key("day", "FACT"),
    /** Code of a refusal, or of the reason a plan could not be used for. */
    code: key("code", "FACT"),
    times: count("times", "FACT"),
  },
});
