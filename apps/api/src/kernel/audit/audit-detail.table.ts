/** Details of an audit row, erasable without breaking the chain; keyed by their subject. */
import { defineTable, instant, orNull, text } from "../db/columns.js";

export const auditDetailTable = defineTable({
  name: "audit_detail",
  person: { by: ["subjectId"], atErasure: "DELETED" },
  columns: {
    seq: instant("seq", "FACT", { primary: true }),
    subjectId: text("subject_id", "ID", orNull),
    content: text("content", "AUDIT"),
  },
  foreignKeys: [{ name: "audit_detail_audit", target: "audit", columnNames: ["seq"], referencedColumnNames: ["seq"] }],
  indices: [{ name: "audit_detail_by_subject", columns: ["subjectId"] }],
});
