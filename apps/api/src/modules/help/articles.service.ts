/** Articles in memory with their index: looked up by every answer, told anew in every process when one was saved (decision 15). */
import type { Article } from "@accord/domain";
import type { ServiceGround, ServiceKey } from "../../kernel/service.js";
import type { CatalogueIndex } from "../../types/catalogue-index.js";
import {
  type ArticleIndex,
  buildArticleIndex,
  type NamesOfProblem,
  updateArticleIndex,
} from "./search/article-index.js";
import { articleStore } from "./storage/article.store.js";

export interface HelpArticles {
  /** Those that are shown, by slug: the portal's own first, then by family and title. */
  current(): ReadonlyMap<string, Article>;
  /** The index over them, with the names of problems as `catalogue` has them. */
  indexFor(catalogue: CatalogueIndex): ArticleIndex;
  /** Looks at once: what is current afterwards is what the database holds. */
  refresh(): Promise<void>;
}

/** What the command line changed is found after this long; what a server changed is announced. */
const FRESH_FOR = 30_000;

const inOrder = (a: Article, b: Article): number =>
  Number(a.kind === "PRODUCT") - Number(b.kind === "PRODUCT") ||
  (a.family ?? "").localeCompare(b.family ?? "") ||
  a.title.localeCompare(b.title);

const namesIn =
  (catalogue: CatalogueIndex): NamesOfProblem =>
  (family, { categoryId, problemId }) => {
    const category = catalogue.topics.get(family)?.categories.find(({ id }) => id === categoryId);
    const problem = category?.problems.find(({ id }) => id === problemId);
    return problem === undefined ? null : { en: problem.name, ro: problem.nameRo };
  };

const startArticles = async ({
  db,
  clock,
}: ServiceGround): Promise<{ readonly service: HelpArticles; readonly stop: () => void }> => {
  const store = db.read.of(articleStore);
  let shown: ReadonlyMap<string, Article> = new Map();
  let version: string | null = null;
  let index: { readonly of: CatalogueIndex; readonly shown: typeof shown; readonly index: ArticleIndex } | null = null;
  let lookedAt = 0;
  const refresh = async (): Promise<void> => {
    const next = await store.version();
    lookedAt = clock.mono();
    if (next === version) return;
    const articles = (await store.all()).filter(({ retiredAt }) => retiredAt === null);
    shown = new Map(articles.sort(inOrder).map((article) => [article.id, article]));
    version = next;
  };
  // What is in memory stays good while the database cannot be asked.
  const look = (): void => void refresh().catch(() => undefined);
  await refresh();
  const stop = await db.onAnnouncement(({ topic }) => {
    if (topic === "articles" || topic === "resync") look();
  });
  const current = (): typeof shown => {
    if (clock.mono() - lookedAt >= FRESH_FOR) {
      lookedAt = clock.mono();
      look();
    }
    return shown;
  };
  const indexFor = (catalogue: CatalogueIndex): ArticleIndex => {
    const articles = current();
    if (index?.of === catalogue && index.shown === articles) return index.index;
    const names = namesIn(catalogue);
    const made =
      index?.of === catalogue
        ? updateArticleIndex(index.index, articles, names)
        : buildArticleIndex([...articles.values()], names);
    index = { of: catalogue, shown: articles, index: made };
    return made;
  };
  return { service: { current, indexFor, refresh }, stop };
};

export const helpArticles: ServiceKey<HelpArticles> = { start: startArticles };
