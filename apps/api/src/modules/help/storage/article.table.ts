/** Help articles as data: shipped ones, and what administrators made of them (R5, R55). */
import type { Article } from "@accord/domain";
import {
  choice,
  count,
  defineTable,
  document,
  instant,
  key,
  oneOf,
  orNull,
  type RowOf,
  text,
} from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

/** Of articles there are already: the beginning of the portal, and what is on record of an edit. */
const times = migration("ArticleTimes1795400077000", {
  up: [
    `ALTER TABLE "article" ADD COLUMN "created_at" bigint NOT NULL DEFAULT 0`,
    `ALTER TABLE "article" ADD COLUMN "updated_at" bigint NOT NULL DEFAULT 0`,
    `UPDATE "article" SET "created_at" = coalesce((SELECT min("loaded_at") FROM "pack"),
      (SELECT min("created_at") FROM "account"), "edited_at", 0)`,
    `UPDATE "article" SET "updated_at" = CASE WHEN "edited_at" > "created_at" THEN "edited_at" ELSE "created_at" END`,
  ],
  down: [`ALTER TABLE "article" DROP COLUMN "updated_at"`, `ALTER TABLE "article" DROP COLUMN "created_at"`],
});

export const articleTable = defineTable({
  name: "article",
  migrations: [times],
  columns: {
    id: key("id", "ID"),
    kind: choice<Article["kind"]>("kind", "CONFIGURATION"),
    family: text("family", "CONFIGURATION", orNull),
    problems: document<Article["problems"]>("problems", "CONFIGURATION"),
    tags: document<Article["tags"]>("tags", "CONFIGURATION"),
    title: text("title", "CONFIGURATION"),
    titleRo: text("title_ro", "CONFIGURATION", orNull),
    body: text("body", "CONFIGURATION"),
    bodyRo: text("body_ro", "CONFIGURATION", orNull),
    audience: document<Article["audience"]>("audience", "CONFIGURATION"),
    related: document<Article["related"]>("related", "CONFIGURATION"),
    updatedOn: text("updated_on", "CONFIGURATION", orNull),
    revision: count("revision", "CONFIGURATION"),
    /** Of the shipped content it was last set to; null where it was never compared. */
    originDigest: text("origin_digest", "CONFIGURATION", orNull),
    createdAt: instant("created_at", "CONFIGURATION", { default: 0 }),
    /** Written by anybody, shipped corrections too. */
    updatedAt: instant("updated_at", "CONFIGURATION", { default: 0 }),
    /** Null: nobody changed what was shipped. */
    editedAt: instant("edited_at", "CONFIGURATION", orNull),
    editedBy: text("edited_by", "ID", orNull),
    /** Shown nowhere from then on; its slug stays taken. */
    retiredAt: instant("retired_at", "CONFIGURATION", orNull),
  },
  checks: [oneOf("article_kind", "kind", ["PRODUCT", "PORTAL"])],
  foreignKeys: [
    { name: "article_editor", target: "account", columnNames: ["editedBy"], referencedColumnNames: ["id"] },
  ],
});

export type StoredArticle = RowOf<typeof articleTable>;
