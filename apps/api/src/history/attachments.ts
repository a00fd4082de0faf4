/** Files of requests and drafts. By hand; frozen: a later change is a later migration. */

export const ATTACHMENTS: readonly string[] = [
  `CREATE TABLE "attachment" (
    "id" text NOT NULL,
    "request_id" text,
    "draft_id" text,
    "entry_id" text,
    "uploader_id" text NOT NULL,
    "name" text NOT NULL,
    "size" bigint NOT NULL,
    "declared_type" text NOT NULL,
    "media_type" text,
    "sha256" text,
    "state" text NOT NULL,
    "refusal" text,
    "created_at" bigint NOT NULL,
    "uploaded_at" bigint,
    "expires_at" bigint,
    CONSTRAINT "attachment_belongs" CHECK (("request_id" IS NULL) <> ("draft_id" IS NULL) AND ("entry_id" IS NULL OR "request_id" IS NOT NULL)),
    PRIMARY KEY ("id"),
    CONSTRAINT "attachment_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id"),
    CONSTRAINT "attachment_draft" FOREIGN KEY ("draft_id") REFERENCES "draft" ("id") ON DELETE CASCADE,
    CONSTRAINT "attachment_entry" FOREIGN KEY ("entry_id") REFERENCES "timeline_entry" ("id"),
    CONSTRAINT "attachment_uploader" FOREIGN KEY ("uploader_id") REFERENCES "account" ("id")
  )`,
  `CREATE INDEX "attachment_by_request" ON "attachment" ("request_id") WHERE "request_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_draft" ON "attachment" ("draft_id") WHERE "draft_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_entry" ON "attachment" ("entry_id") WHERE "entry_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_content" ON "attachment" ("sha256") WHERE "sha256" IS NOT NULL`,
  `CREATE INDEX "attachment_by_expiry" ON "attachment" ("expires_at") WHERE "expires_at" IS NOT NULL`,
  `CREATE INDEX "attachment_scanning" ON "attachment" ("id") WHERE "state" = 'SCANNING'`,
];
