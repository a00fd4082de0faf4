/** Hash chain of who did what, append-only. */
import { defineTable, instant, orNull, text } from "../db/columns.js";

export const auditTable = defineTable({
  name: "audit",
  person: { by: ["actorId"], atErasure: "KEPT" },
  columns: {
    seq: instant("seq", "AUDIT", { primary: true }),
    at: instant("at", "AUDIT"),
    actorId: text("actor_id", "AUDIT", orNull),
    action: text("action", "AUDIT"),
    objectId: text("object_id", "AUDIT"),
    detailsHash: text("details_hash", "AUDIT"),
    prevHash: text("prev_hash", "AUDIT"),
    hash: text("hash", "AUDIT"),
  },
  indices: [
    { name: "audit_by_object", columns: ["objectId"] },
    { name: "audit_by_actor", columns: ["actorId", "seq"] },
  ],
});
