/** The engineer workspace: teams, routing, saved views, canned replies, split proposals, the search index. By hand; frozen: a later change is a later migration. */

export const WORKSPACE: readonly string[] = [
  `CREATE TABLE "team" (
    "id" text NOT NULL,
    "position" integer NOT NULL,
    "name" text NOT NULL,
    "name_ro" text NOT NULL,
    "content" text NOT NULL,
    PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "team_member" (
    "team_id" text NOT NULL,
    "account_id" text NOT NULL,
    PRIMARY KEY ("team_id", "account_id"),
    CONSTRAINT "team_member_team" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
    CONSTRAINT "team_member_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE INDEX "team_member_by_account" ON "team_member" ("account_id")`,
  `CREATE TABLE "routing_row" (
    "position" integer NOT NULL,
    "team_id" text NOT NULL,
    "content" text NOT NULL,
    PRIMARY KEY ("position"),
    CONSTRAINT "routing_row_team" FOREIGN KEY ("team_id") REFERENCES "team" ("id")
  )`,
  `CREATE TABLE "saved_view" (
    "id" text NOT NULL,
    "account_id" text NOT NULL,
    "name" text NOT NULL,
    "content" text NOT NULL,
    "updated_at" bigint NOT NULL,
    CONSTRAINT "saved_view_name" UNIQUE ("account_id", "name"),
    PRIMARY KEY ("id"),
    CONSTRAINT "saved_view_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE TABLE "canned_reply" (
    "id" text NOT NULL,
    "account_id" text,
    "title" text NOT NULL,
    "text" text NOT NULL,
    "language" text NOT NULL,
    "updated_at" bigint NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "canned_reply_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE INDEX "canned_reply_by_account" ON "canned_reply" ("account_id")`,
  `CREATE TABLE "split_proposal" (
    "id" text NOT NULL,
    "request_id" text NOT NULL,
    "title" text NOT NULL,
    "description" text NOT NULL,
    "state" varchar NOT NULL,
    "proposed_by" text NOT NULL,
    "proposed_at" bigint NOT NULL,
    "decided_by" text,
    "decided_at" bigint,
    "new_request_id" text,
    CONSTRAINT "split_proposal_state" CHECK ("state" IN ('PROPOSED', 'ACCEPTED', 'DECLINED')),
    PRIMARY KEY ("id"),
    CONSTRAINT "split_proposal_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id"),
    CONSTRAINT "split_proposal_engineer" FOREIGN KEY ("proposed_by") REFERENCES "account" ("id"),
    CONSTRAINT "split_proposal_contact" FOREIGN KEY ("decided_by") REFERENCES "account" ("id"),
    CONSTRAINT "split_proposal_new" FOREIGN KEY ("new_request_id") REFERENCES "support_request" ("id")
  )`,
  `CREATE INDEX "split_proposal_by_request" ON "split_proposal" ("request_id")`,
  `CREATE UNIQUE INDEX "split_proposal_open" ON "split_proposal" ("request_id") WHERE "state" = 'PROPOSED'`,
  `CREATE INDEX "support_request_open" ON "support_request" ("first_response_due_at", "id") WHERE "is_open" = 1`,
];

/** Holds the words alone: what they were found in stands in the request's own row. */
export const SEARCH_SQLITE = `CREATE VIRTUAL TABLE "request_search" USING fts5 (
  request_id UNINDEXED, words, content='', contentless_delete=1, contentless_unindexed=1, detail='none', prefix='2 3',
  tokenize='unicode61 remove_diacritics 2')`;

export const SEARCH_POSTGRES: readonly string[] = [
  `CREATE TABLE "request_search" (
    "request_id" text NOT NULL,
    "words" tsvector NOT NULL,
    PRIMARY KEY ("request_id"),
    CONSTRAINT "request_search_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
  )`,
  `CREATE INDEX "request_search_words" ON "request_search" USING gin ("words")`,
];
