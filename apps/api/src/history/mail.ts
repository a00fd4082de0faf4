/** Mail and notices: what became of outgoing messages, who is told what, addresses that do not answer. By hand; frozen: a later change is a later migration. */

/** The column stands on a line of its own, as in the first migration. */
const add = (table: string, columns: readonly string[]): readonly string[] =>
  columns.map((column) => `ALTER TABLE "${table}" ADD COLUMN\n    ${column}`);

export const MAIL: readonly string[] = [
  ...add("outbox", [
    `"last_error" text`,
    `"first_failed_at" bigint`,
    `"dead_at" bigint`,
    `"bounced_at" bigint`,
    `"unsent_because" text`,
    `"recipient_hash" text`,
    `"admitted_at" bigint`,
  ]),
  `DROP INDEX "outbox_unsent"`,
  `CREATE INDEX "outbox_due" ON "outbox" ("available_at") WHERE "sent_at" IS NULL AND "dead_at" IS NULL`,
  `CREATE INDEX "outbox_by_recipient" ON "outbox" ("recipient_hash", "admitted_at") WHERE "recipient_hash" IS NOT NULL`,
  `CREATE TABLE "notice" (
    "id" text NOT NULL,
    "account_id" text NOT NULL,
    "kind" text NOT NULL,
    "request_id" text NOT NULL,
    "source" text NOT NULL,
    "at" bigint NOT NULL,
    "read_at" bigint,
    CONSTRAINT "notice_once" UNIQUE ("account_id", "source"),
    PRIMARY KEY ("id"),
    CONSTRAINT "notice_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
    CONSTRAINT "notice_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
  )`,
  `CREATE INDEX "notice_by_account" ON "notice" ("account_id", "id")`,
  `CREATE INDEX "notice_unread" ON "notice" ("account_id", "id") WHERE "read_at" IS NULL`,
  `CREATE INDEX "notice_by_request" ON "notice" ("request_id")`,
  `CREATE TABLE "notice_preference" (
    "account_id" text NOT NULL,
    "mail_on" text NOT NULL,
    "updated_at" bigint NOT NULL,
    PRIMARY KEY ("account_id"),
    CONSTRAINT "notice_preference_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE TABLE "request_subscription" (
    "request_id" text NOT NULL,
    "account_id" text NOT NULL,
    "is_subscribed" integer NOT NULL,
    "updated_at" bigint NOT NULL,
    PRIMARY KEY ("request_id", "account_id"),
    CONSTRAINT "request_subscription_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id"),
    CONSTRAINT "request_subscription_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE INDEX "request_subscription_by_account" ON "request_subscription" ("account_id")`,
  `CREATE TABLE "mail_trouble" (
    "contact_id" text NOT NULL,
    "request_id" text NOT NULL,
    "reason" text NOT NULL,
    "at" bigint NOT NULL,
    PRIMARY KEY ("contact_id"),
    CONSTRAINT "mail_trouble_contact" FOREIGN KEY ("contact_id") REFERENCES "request_contact" ("id"),
    CONSTRAINT "mail_trouble_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
  )`,
  `CREATE INDEX "mail_trouble_by_request" ON "mail_trouble" ("request_id")`,
];
