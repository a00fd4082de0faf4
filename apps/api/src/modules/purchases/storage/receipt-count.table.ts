/** The last receipt number of each year: counted in the unit that issues it, so that none is missing (F28). */
import { count, defineTable } from "../../../kernel/db/columns.js";

export const receiptCountTable = defineTable({
  name: "receipt_count",
  columns: {
    year: count("year", "FACT", { primary: true }),
    last: count("last", "FACT"),
  },
});
