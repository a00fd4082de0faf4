/** Details of an audit row, erasable without breaking the chain; keyed by their subject. */
import { EntitySchema } from "typeorm";
import { instant, orNull, text } from "../db/columns.js";

export interface AuditDetailRow {
  readonly seq: number;
  readonly subjectId: string | null;
  readonly content: string;
}

export const auditDetailTable = new EntitySchema<AuditDetailRow>({
  name: "audit_detail",
  columns: {
    seq: instant("seq", { primary: true }),
    subjectId: text("subject_id", orNull),
    content: text("content"),
  },
  foreignKeys: [{ name: "audit_detail_audit", target: "audit", columnNames: ["seq"], referencedColumnNames: ["seq"] }],
  indices: [{ name: "audit_detail_by_subject", columns: ["subjectId"] }],
});
