/** Files of requests and drafts: what is known of each; the bytes stand elsewhere, under their digest (F47). */
import type { AttachmentRefusal, AttachmentState } from "@accord/domain";
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const attachmentTable = defineTable({
  name: "attachment",
  person: { by: ["uploaderId", { through: "draftId", to: "draft" }], atErasure: "BLANKED" },
  columns: {
    id: key("id", "ID"),
    requestId: text("request_id", "ID", orNull),
    draftId: text("draft_id", "ID", orNull),
    entryId: text("entry_id", "ID", orNull),
    uploaderId: text("uploader_id", "ID", orNull),
    name: text("name", "FILE"),
    size: instant("size", "FACT"),
    declaredType: text("declared_type", "FILE"),
    mediaType: text("media_type", "FILE", orNull),
    sha256: text("sha256", "FILE", orNull),
    state: text<AttachmentState>("state", "FACT"),
    refusal: text<AttachmentRefusal>("refusal", "FACT", orNull),
    createdAt: instant("created_at", "FACT"),
    uploadedAt: instant("uploaded_at", "FACT", orNull),
    expiresAt: instant("expires_at", "FACT", orNull),
  },
  checks: [
    {
      name: "attachment_belongs",
      expression: `("request_id" IS NULL) <> ("draft_id" IS NULL) AND ("entry_id" IS NULL OR "request_id" IS NOT NULL)`,
    },
  ],
  foreignKeys: [
    {
      name: "attachment_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    // A draft that goes takes its files along.
    {
      name: "attachment_draft",
      target: "draft",
      columnNames: ["draftId"],
      referencedColumnNames: ["id"],
      onDelete: "CASCADE",
    },
    { name: "attachment_entry", target: "timeline_entry", columnNames: ["entryId"], referencedColumnNames: ["id"] },
    { name: "attachment_uploader", target: "account", columnNames: ["uploaderId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "attachment_by_request", columns: ["requestId"], where: `"request_id" IS NOT NULL` },
    { name: "attachment_by_draft", columns: ["draftId"], where: `"draft_id" IS NOT NULL` },
    { name: "attachment_by_entry", columns: ["entryId"], where: `"entry_id" IS NOT NULL` },
    { name: "attachment_by_content", columns: ["sha256"], where: `"sha256" IS NOT NULL` },
    { name: "attachment_by_expiry", columns: ["expiresAt"], where: `"expires_at" IS NOT NULL` },
    { name: "attachment_scanning", columns: ["id"], where: `"state" = 'SCANNING'` },
  ],
});
