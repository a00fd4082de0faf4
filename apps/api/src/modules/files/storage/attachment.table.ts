/** Files of requests and drafts: what is known of each; the bytes stand elsewhere, under their digest (F47). */
import type { AttachmentRefusal, AttachmentState } from "@accord/domain";
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const attachmentTable = defineTable({
  name: "attachment",
  columns: {
    id: key("id"),
    requestId: text("request_id", orNull),
    draftId: text("draft_id", orNull),
    entryId: text("entry_id", orNull),
    uploaderId: text("uploader_id", orNull),
    name: text("name"),
    size: instant("size"),
    declaredType: text("declared_type"),
    mediaType: text("media_type", orNull),
    sha256: text("sha256", orNull),
    state: text<AttachmentState>("state"),
    refusal: text<AttachmentRefusal>("refusal", orNull),
    createdAt: instant("created_at"),
    uploadedAt: instant("uploaded_at", orNull),
    expiresAt: instant("expires_at", orNull),
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
