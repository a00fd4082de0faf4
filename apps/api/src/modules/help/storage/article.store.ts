/** Articles read whole into memory, and written one at a time under the revision that was seen. */
import type { Article, EpochMs } from "@accord/domain";
import { In } from "typeorm";
import { placeholders, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { articleTable, type StoredArticle } from "./article.table.js";

export interface ArticleReads {
  /** With retired ones, by slug. */
  all(): Promise<readonly StoredArticle[]>;
  byId(id: string): Promise<StoredArticle | null>;
  byIds(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  /** By slug, with retired ones: what tells which have changed without reading them. */
  revisions(): Promise<ReadonlyMap<string, number>>;
}

export interface ArticleWrites extends ArticleReads {
  /** False when the slug is taken. */
  insert(article: StoredArticle): Promise<boolean>;
  /** Writes over the revision before `article.revision`; false when it is another one by now. */
  update(article: StoredArticle): Promise<boolean>;
}

const COLUMNS: readonly (readonly [column: string, read: (article: StoredArticle) => SqlValue])[] = [
  ["kind", ({ kind }) => kind],
  ["family", ({ family }) => family],
  ["problems", ({ problems }) => JSON.stringify(problems)],
  ["tags", ({ tags }) => JSON.stringify(tags)],
  ["title", ({ title }) => title],
  ["title_ro", ({ titleRo }) => titleRo],
  ["body", ({ body }) => body],
  ["body_ro", ({ bodyRo }) => bodyRo],
  ["audience", ({ audience }) => JSON.stringify(audience)],
  ["related", ({ related }) => JSON.stringify(related)],
  ["updated_on", ({ updatedOn }) => updatedOn],
  ["revision", ({ revision }) => revision],
  ["origin_digest", ({ originDigest }) => originDigest],
  ["edited_at", ({ editedAt }) => editedAt],
  ["edited_by", ({ editedBy }) => editedBy],
  ["retired_at", ({ retiredAt }) => retiredAt],
];
const INSERT = `INSERT INTO article (id, ${COLUMNS.map(([column]) => column).join(", ")})
  VALUES ${placeholders(1, COLUMNS.length + 1)} ON CONFLICT (id) DO NOTHING`;
const UPDATE = `UPDATE article SET ${COLUMNS.map(([column]) => `${column} = ?`).join(", ")} WHERE id = ? AND revision = ?`;

const valuesOf = (article: StoredArticle): SqlValue[] => COLUMNS.map(([, read]) => read(article));

const createReads = (context: StoreContext): ArticleReads => ({
  all: async () => (await context.manager()).find(articleTable, { order: { id: "ASC" } }),
  byId: async (id) => (await context.manager()).findOneBy(articleTable, { id }),
  byIds: async (ids) => (await context.manager()).findBy(articleTable, { id: In([...ids]) }),
  revisions: async () => {
    const rows = await context.sql.all<{ id: string; revision: number }>("SELECT id, revision FROM article", []);
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  },
});

const createWrites = (context: WriteContext): ArticleWrites => {
  const { sql, changes } = context;
  const announceWhen = (isDone: boolean, id: string): boolean => {
    if (isDone) changes.push({ topic: "articles", id, entryId: null, isInternal: false });
    return isDone;
  };
  return {
    ...createReads(context),
    insert: async (article) =>
      announceWhen((await sql.run(INSERT, [article.id, ...valuesOf(article)])) === 1, article.id),
    update: async (article) =>
      announceWhen((await sql.run(UPDATE, [...valuesOf(article), article.id, article.revision - 1])) === 1, article.id),
  };
};

export const articleStore: StoreKey<ArticleReads, ArticleWrites> = { reads: createReads, writes: createWrites };

/** An article that nobody has kept before. */
export const newArticle = (
  article: Article,
  edited: { readonly at: EpochMs; readonly by: string } | null,
): StoredArticle => ({
  ...article,
  originDigest: null,
  editedAt: edited?.at ?? null,
  editedBy: edited?.by ?? null,
  retiredAt: null,
});
