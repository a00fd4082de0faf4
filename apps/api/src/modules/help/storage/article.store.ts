/** Articles read whole into memory, and written one at a time under the revision that was seen. */
import type { Article, EpochMs } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows, updateRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
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

/** All that changes. */
const CONTENT = omit(articleTable, ["id", "createdAt"]);

const createReads = ({ sql }: StoreContext): ArticleReads => ({
  all: () => selectRows(sql, articleTable, "FROM article ORDER BY id", []),
  byId: (id) => selectFirst(sql, articleTable, "FROM article WHERE id = ?", [id]),
  byIds: (ids) => selectRows(sql, articleTable, `FROM article WHERE ${isInList(sql.dialect, "id")}`, [asList(ids)]),
  revisions: async () => {
    const rows = await sql.all<{ id: string; revision: number }>("SELECT id, revision FROM article", []);
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  },
});

const createWrites = (context: WriteContext): ArticleWrites => {
  const { sql, changes } = context;
  const publishWhen = (isDone: boolean, id: string): boolean => {
    if (isDone) changes.push({ topic: "articles", id, entryId: null, isInternal: false });
    return isDone;
  };
  return {
    ...createReads(context),
    insert: async (article) =>
      publishWhen((await insertRow(sql, articleTable, article, "ON CONFLICT (id) DO NOTHING")) === 1, article.id),
    update: async (article) => {
      const seen = [article.id, article.revision - 1];
      return publishWhen((await updateRows(sql, CONTENT, article, "id = ? AND revision = ?", seen)) === 1, article.id);
    },
  };
};

export const articleStore: StoreKey<ArticleReads, ArticleWrites> = { reads: createReads, writes: createWrites };

/** An article that nobody has kept before. */
export const newArticle = (
  article: Article,
  /** `by` null: it is shipped. */
  { at, by }: { readonly at: EpochMs; readonly by: string | null },
): StoredArticle => ({
  ...article,
  originDigest: null,
  createdAt: at,
  updatedAt: at,
  editedAt: by === null ? null : at,
  editedBy: by,
  retiredAt: null,
});
