/** Articles with their votes and outcomes; those of before come out of the catalogue's documents. By hand; frozen: a later change is a later migration. */
import type { QueryRunner } from "typeorm";
import { migration } from "../../../kernel/db/migrations.js";

const TABLES: readonly string[] = [
  `CREATE TABLE "article" (
    "id" text NOT NULL,
    "kind" varchar NOT NULL,
    "family" text,
    "problems" text NOT NULL,
    "tags" text NOT NULL,
    "title" text NOT NULL,
    "title_ro" text,
    "body" text NOT NULL,
    "body_ro" text,
    "audience" text NOT NULL,
    "related" text NOT NULL,
    "updated_on" text,
    "revision" integer NOT NULL,
    "origin_digest" text,
    "edited_at" bigint,
    "edited_by" text,
    "retired_at" bigint,
    CONSTRAINT "article_kind" CHECK ("kind" IN ('PRODUCT', 'PORTAL')),
    PRIMARY KEY ("id"),
    CONSTRAINT "article_editor" FOREIGN KEY ("edited_by") REFERENCES "account" ("id")
  )`,
  `CREATE TABLE "article_vote" (
    "article_id" text NOT NULL,
    "account_id" text NOT NULL,
    "is_helpful" integer NOT NULL,
    "voted_at" bigint NOT NULL,
    PRIMARY KEY ("article_id", "account_id"),
    CONSTRAINT "article_vote_article" FOREIGN KEY ("article_id") REFERENCES "article" ("id"),
    CONSTRAINT "article_vote_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
  `CREATE TABLE "help_outcome" (
    "id" text NOT NULL,
    "account_id" text NOT NULL,
    "article_id" text,
    "tree_slug" text,
    "problems" text NOT NULL,
    "claimed_at" bigint NOT NULL,
    "once_key" text NOT NULL,
    CONSTRAINT "help_outcome_once" UNIQUE ("once_key"),
    CONSTRAINT "help_outcome_subject" CHECK (("article_id" IS NULL) <> ("tree_slug" IS NULL)),
    PRIMARY KEY ("id"),
    CONSTRAINT "help_outcome_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
    CONSTRAINT "help_outcome_article" FOREIGN KEY ("article_id") REFERENCES "article" ("id")
  )`,
  `CREATE INDEX "help_outcome_by_time" ON "help_outcome" ("claimed_at", "id")`,
];

interface Before {
  readonly id: string;
  readonly kind: string;
  readonly family: string | null;
  readonly problems: readonly object[];
  readonly tags: readonly string[];
  readonly title: string;
  readonly titleRo: string | null;
  readonly body: string;
  readonly bodyRo: string | null;
  readonly audience: readonly string[];
  readonly updatedOn: string | null;
}

const INSERT = `INSERT INTO "article" ("id", "kind", "family", "problems", "tags", "title", "title_ro", "body", "body_ro",
  "audience", "related", "updated_on", "revision") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '[]', $11, 1)`;

const takeFromCatalogue = async (runner: QueryRunner): Promise<void> => {
  const rows = (await runner.query(`SELECT "content" FROM "catalogue_document" WHERE "kind" = 'articles'`)) as {
    readonly content: string;
  }[];
  for (const article of rows.flatMap(({ content }) => JSON.parse(content) as Before[]))
    await runner.query(INSERT, [
      article.id,
      article.kind,
      article.family,
      JSON.stringify(article.problems),
      JSON.stringify(article.tags),
      article.title,
      article.titleRo,
      article.body,
      article.bodyRo,
      JSON.stringify(article.audience),
      article.updatedOn,
    ]);
  await runner.query(`DELETE FROM "catalogue_document" WHERE "kind" = 'articles'`);
};

/** Not undone: votes and edited articles would be lost. */
export const ARTICLES = migration("Articles1795400030000", { up: TABLES, after: takeFromCatalogue, down: null });
