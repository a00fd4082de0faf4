/** First results by principal, operation and key (contract.md). */
import { defineTable, instant, key, orNull, text } from "../db/columns.js";

export const idempotencyTable = defineTable({
  name: "idempotency",
  columns: {
    principalId: key("principal_id"),
    operation: key("operation"),
    key: key("key"),
    /** Digest of the normalised input. */
    fingerprint: text("fingerprint"),
    reply: text("reply", orNull),
    at: instant("at"),
  },
  indices: [{ name: "idempotency_by_time", columns: ["at"] }],
});
