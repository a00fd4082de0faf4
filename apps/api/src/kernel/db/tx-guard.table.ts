/** Always empty: a unit without a write of its own begins with a DELETE here. */
import { count, defineTable } from "./columns.js";

export const txGuardTable = defineTable({
  name: "tx_guard",
  columns: {
    id: count("id", "ID", { primary: true }),
  },
});
