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

export const articleTable = defineTable({
  name: "article",
  columns: {
    id: key("id"),
    kind: choice<Article["kind"]>("kind"),
    family: text("family", orNull),
    problems: document<Article["problems"]>("problems"),
    tags: document<Article["tags"]>("tags"),
    title: text("title"),
    titleRo: text("title_ro", orNull),
    body: text("body"),
    bodyRo: text("body_ro", orNull),
    audience: document<Article["audience"]>("audience"),
    related: document<Article["related"]>("related"),
    updatedOn: text("updated_on", orNull),
    revision: count("revision"),
    /** Of the shipped content it was last set to; null where it was never compared. */
    originDigest: text("origin_digest", orNull),
    /** Null: nobody changed what was shipped. */
    editedAt: instant("edited_at", orNull),
    editedBy: text("edited_by", orNull),
    /** Shown nowhere from then on; its slug stays taken. */
    retiredAt: instant("retired_at", orNull),
  },
  checks: [oneOf("article_kind", "kind", ["PRODUCT", "PORTAL"])],
  foreignKeys: [
    { name: "article_editor", target: "account", columnNames: ["editedBy"], referencedColumnNames: ["id"] },
  ],
});

export type StoredArticle = RowOf<typeof articleTable>;
