/** What is read again when articles change: nothing that was written meanwhile is passed over (F62). */
import type { Article } from "@accord/domain";
import { expect, it } from "vitest";
import { createHandClock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import type { CatalogueIndex } from "../catalogue/module.js";
import { helpArticles } from "./articles.service.js";
import type { ArticleReads } from "./storage/article.store.js";
import type { StoredArticle } from "./storage/article.table.js";

const stored = (id: string, revision = 1): StoredArticle =>
  ({ id, revision, title: id, family: null, kind: "PORTAL", retiredAt: null }) as unknown as StoredArticle;

it("F62: an article that is written between the look at what changed and the reading of all is found at the next look", async () => {
  const articles = new Map(Array.from({ length: 600 }, (_, at) => [`article-${at}`, stored(`article-${at}`)]));
  let meanwhile: (() => void) | null = () => {
    articles.set("late", stored("late"));
    articles.set("article-7", stored("article-7", 2));
  };
  const reads: Pick<ArticleReads, "all" | "byIds" | "revisions"> = {
    revisions: async () => {
      const seen = new Map([...articles.values()].map(({ id, revision }) => [id, revision]));
      meanwhile?.();
      meanwhile = null;
      return seen;
    },
    all: async () => [...articles.values()],
    byIds: async (ids) => ids.flatMap((id) => articles.get(id) ?? []),
  };
  const db = { read: { of: () => reads }, subscribe: async () => () => undefined } as unknown as Database;
  const of = () => ({ current: () => ({}) as unknown as CatalogueIndex }) as never;
  const { service, stop } = await helpArticles.start({ db, clock: createHandClock(0), of });
  await service.refresh();
  const current: ReadonlyMap<string, Article> = service.current();
  expect([current.size, current.get("late")?.revision, current.get("article-7")?.revision]).toEqual([601, 1, 2]);
  stop();
});
