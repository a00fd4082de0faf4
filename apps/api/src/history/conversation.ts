/** The conversation of a request: more kinds of entries, the life of a request beyond its status, pauses. By hand; frozen: a later change is a later migration. */

/** `columns` as ALTER TABLE statements; the column stands on a line of its own, as in the first migration. */
const add = (table: string, columns: readonly string[]): readonly string[] =>
  columns.map((column) => `ALTER TABLE "${table}" ADD COLUMN\n    ${column}`);

const ENTRY_COLUMNS = [`"edited_at" bigint`, `"channel" text NOT NULL DEFAULT 'PORTAL'`, `"params" text`];

const REQUEST_LIFE: readonly string[] = [
  ...add("support_request", [
    `"team_id" text`,
    `"first_responded_at" bigint`,
    `"waiting_since" bigint`,
    `"closing_notice_at" bigint`,
    `"rating_score" integer`,
    `"rating_comment" text`,
    `"rated_at" bigint`,
    `"asked_severity" varchar`,
    `"asked_severity_reason" text`,
    `"asked_severity_at" bigint`,
    `"asked_severity_by" text`,
  ]),
  `CREATE INDEX "support_request_waiting" ON "support_request" ("waiting_since") WHERE "waiting_since" IS NOT NULL`,
  `CREATE TABLE "request_pause" (
    "request_id" text NOT NULL,
    "from_at" bigint NOT NULL,
    "until_at" bigint,
    PRIMARY KEY ("request_id", "from_at"),
    CONSTRAINT "request_pause_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
  )`,
  `CREATE UNIQUE INDEX "request_pause_open" ON "request_pause" ("request_id") WHERE "until_at" IS NULL`,
];

/** Requests that wait already have waited since they last changed. */
const WAITING_NOW: readonly string[] = [
  `UPDATE "support_request" SET "waiting_since" = "updated_at" WHERE "status" IN ('WAITING_FOR_CUSTOMER', 'SOLVED')`,
  `INSERT INTO "request_pause" ("request_id", "from_at") SELECT "id", "updated_at" FROM "support_request" WHERE "status" = 'WAITING_FOR_CUSTOMER'`,
];

/** SQLite cannot drop a CHECK: the table is made anew, its rows, keys and index kept. */
export const CONVERSATION_SQLITE: readonly string[] = [
  `CREATE TABLE "timeline_entry_next" (
    "id" text NOT NULL,
    "request_id" text NOT NULL,
    "kind" varchar NOT NULL,
    "actor_id" text,
    "is_from_support" integer NOT NULL,
    "is_internal" integer NOT NULL,
    "text" text,
    "status" text,
    "at" bigint NOT NULL,
    ${ENTRY_COLUMNS.join(",\n    ")},
    PRIMARY KEY ("id"),
    CONSTRAINT "timeline_entry_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id"),
    CONSTRAINT "timeline_entry_actor" FOREIGN KEY ("actor_id") REFERENCES "account" ("id")
  )`,
  `INSERT INTO "timeline_entry_next" ("id", "request_id", "kind", "actor_id", "is_from_support", "is_internal", "text", "status", "at")
   SELECT "id", "request_id", "kind", "actor_id", "is_from_support", "is_internal", "text", "status", "at" FROM "timeline_entry"`,
  `DROP TABLE "timeline_entry"`,
  `ALTER TABLE "timeline_entry_next" RENAME TO "timeline_entry"`,
  `CREATE INDEX "timeline_entry_by_request" ON "timeline_entry" ("request_id", "id")`,
  ...REQUEST_LIFE,
  ...WAITING_NOW,
];

export const CONVERSATION_POSTGRES: readonly string[] = [
  `ALTER TABLE "timeline_entry" DROP CONSTRAINT "timeline_entry_kind"`,
  ...add("timeline_entry", ENTRY_COLUMNS),
  ...REQUEST_LIFE,
  ...WAITING_NOW,
];
