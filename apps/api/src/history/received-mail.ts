/** What came in by mail: the quote apart from the answer, what is known of the mail, files of people without an account. By hand; frozen: a later change is a later migration. */

/** The column stands on a line of its own, as in the first migration. */
const ENTRY_COLUMNS: readonly string[] = [`"quoted" text`, `"mail" text`].map(
  (column) => `ALTER TABLE "timeline_entry" ADD COLUMN\n    ${column}`,
);

/** SQLite changes no column: the table is written anew. */
const ATTACHMENT_COLUMNS = `"id", "request_id", "draft_id", "entry_id", "uploader_id", "name", "size", "declared_type", "media_type", "sha256", "state", "refusal", "created_at", "uploaded_at", "expires_at"`;

export const RECEIVED_MAIL_SQLITE: readonly string[] = [
  ...ENTRY_COLUMNS,
  `CREATE TABLE "attachment_next" (
    "id" text NOT NULL,
    "request_id" text,
    "draft_id" text,
    "entry_id" text,
    "uploader_id" text,
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
  `INSERT INTO "attachment_next" (${ATTACHMENT_COLUMNS}) SELECT ${ATTACHMENT_COLUMNS} FROM "attachment"`,
  `DROP TABLE "attachment"`,
  `ALTER TABLE "attachment_next" RENAME TO "attachment"`,
  `CREATE INDEX "attachment_by_request" ON "attachment" ("request_id") WHERE "request_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_draft" ON "attachment" ("draft_id") WHERE "draft_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_entry" ON "attachment" ("entry_id") WHERE "entry_id" IS NOT NULL`,
  `CREATE INDEX "attachment_by_content" ON "attachment" ("sha256") WHERE "sha256" IS NOT NULL`,
  `CREATE INDEX "attachment_by_expiry" ON "attachment" ("expires_at") WHERE "expires_at" IS NOT NULL`,
  `CREATE INDEX "attachment_scanning" ON "attachment" ("id") WHERE "state" = 'SCANNING'`,
];

export const RECEIVED_MAIL_POSTGRES: readonly string[] = [
  ...ENTRY_COLUMNS,
  `ALTER TABLE "attachment" ALTER COLUMN "uploader_id" DROP NOT NULL`,
];
