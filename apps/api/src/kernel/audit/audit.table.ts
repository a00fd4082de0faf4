/** Hash chain of who did what, append-only. */
import { defineTable, instant, orNull, text } from "../db/columns.js";

export const auditTable = defineTable({
  name: "audit",
  columns: {
    seq: instant("seq", { primary: true }),
    at: instant("at"),
    actorId: text("actor_id", orNull),
    action: text("action"),
    objectId: text("object_id"),
    detailsHash: text("details_hash"),
    prevHash: text("prev_hash"),
    hash: text("hash"),
  },
  indices: [
    { name: "audit_by_object", columns: ["objectId"] },
    { name: "audit_by_actor", columns: ["actorId", "seq"] },
  ],
});
