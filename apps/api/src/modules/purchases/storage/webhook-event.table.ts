/** Deliveries of payment providers that had their effect: the same one again has none. */
import { defineTable, instant, key } from "../../../kernel/db/columns.js";

export const webhookEventTable = defineTable({
  name: "webhook_event",
  columns: {
    /** `<gateway>:<event>`. */
    id: key("id", "ID"),
    at: instant("at", "FACT"),
  },
  indices: [{ name: "webhook_event_by_age", columns: ["at"] }],
});
