/** Hash chain of who did what, append-only. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, orNull, text } from "../db/columns.js";

export interface AuditRow {
  readonly seq: number;
  readonly at: EpochMs;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectId: string;
  readonly detailsHash: string;
  readonly prevHash: string;
  readonly hash: string;
}

export const auditTable = new EntitySchema<AuditRow>({
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
