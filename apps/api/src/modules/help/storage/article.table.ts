/** Help articles as data: shipped ones, and what administrators made of them (R5, R55). */
import type { Article, EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, count, document, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export interface StoredArticle extends Article {
  /** Of the shipped content it was last set to; null where it was never compared. */
  readonly originDigest: string | null;
  /** Null: nobody changed what was shipped. */
  readonly editedAt: EpochMs | null;
  readonly editedBy: string | null;
  /** Shown nowhere from then on; its slug stays taken. */
  readonly retiredAt: EpochMs | null;
}

export const articleTable = new EntitySchema<StoredArticle>({
  name: "article",
  columns: {
    id: key("id"),
    kind: choice("kind"),
    family: text("family", orNull),
    problems: document("problems"),
    tags: document("tags"),
    title: text("title"),
    titleRo: text("title_ro", orNull),
    body: text("body"),
    bodyRo: text("body_ro", orNull),
    audience: document("audience"),
    related: document("related"),
    updatedOn: text("updated_on", orNull),
    revision: count("revision"),
    originDigest: text("origin_digest", orNull),
    editedAt: instant("edited_at", orNull),
    editedBy: text("edited_by", orNull),
    retiredAt: instant("retired_at", orNull),
  },
  checks: [oneOf("article_kind", "kind", ["PRODUCT", "PORTAL"])],
  foreignKeys: [
    { name: "article_editor", target: "account", columnNames: ["editedBy"], referencedColumnNames: ["id"] },
  ],
});
