/** Shipped articles on a database: new ones come in, corrected ones follow, and what somebody edited or retired stays as it is. */
import { createHash } from "node:crypto";
import type { Article, EpochMs } from "@accord/domain";
import type { Database } from "../../kernel/db/index.js";
import { articleStore, newArticle } from "./storage/article.store.js";
import type { StoredArticle } from "./storage/article.table.js";

const digestOf = ({ revision: _, ...content }: Article): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** What is to be written of `shipped`; null: nothing. */
const followed = (shipped: Article, stored: StoredArticle | undefined, at: EpochMs): StoredArticle | null => {
  const originDigest = digestOf(shipped);
  if (stored === undefined) return { ...newArticle(shipped, { at, by: null }), originDigest };
  const isOurs = stored.editedAt === null && stored.retiredAt === null;
  if (!isOurs || stored.originDigest === originDigest) return null;
  return { ...stored, ...shipped, revision: stored.revision + 1, originDigest, updatedAt: at };
};

/** True when something was written. Of several servers that start at once each article is written by one. */
export const installArticles = async (db: Database, shipped: readonly Article[], at: EpochMs): Promise<boolean> => {
  const stored = new Map((await db.read.of(articleStore).all()).map((article) => [article.id, article]));
  const due = shipped.flatMap((article) => followed(article, stored.get(article.id), at) ?? []);
  if (due.length === 0) return false;
  return db.transaction("install articles", async (tx) => {
    const articles = tx.of(articleStore);
    let written = 0;
    for (const article of due) {
      const isWritten = article.revision === 1 ? await articles.insert(article) : await articles.update(article);
      written += Number(isWritten);
    }
    return written > 0;
  });
};
