/** First results by principal, operation and key (contract.md). */
import { defineTable, instant, key, orNull, text } from "../db/columns.js";

export const idempotencyTable = defineTable({
  name: "idempotency",
  person: { by: ["principalId"], atErasure: "DELETED" },
  columns: {
    principalId: key("principal_id", "ID"),
    operation: key("operation", "FACT"),
    key: key("key", "ID"),
    /** Digest of the normalised input. */
    fingerprint: text("fingerprint", "TRACE"),
    reply: text("reply", "TRACE", orNull),
    at: instant("at", "FACT"),
  },
  indices: [{ name: "idempotency_by_time", columns: ["at"] }],
});
