/** Articles in memory with their index: looked up by every answer, told anew in every process when one was saved (decision 15). */
import type { Article } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { ServiceContext, ServiceKey } from "../../kernel/service.js";
import { type CatalogueIndex, catalogueCache } from "../catalogue/module.js";
import {
  type ArticleIndex,
  type ArticleQuestion,
  createArticleIndex,
  type NamesOfProblem,
  type Rest,
  searchArticles,
  updateArticleIndex,
} from "./search/article-index.js";
import { articleStore } from "./storage/article.store.js";

export interface HelpArticles {
  /** Those that are shown, by slug: the portal's own first, then by family and title. */
  current(): ReadonlyMap<string, Article>;
  /** Those that answer the question, best first. While the index is made anew the one before answers; the first one is waited for. */
  search(catalogue: CatalogueIndex, question: ArticleQuestion): Promise<readonly Article[]>;
  /** Looks at once: what is current afterwards, and found, is what the database holds. */
  refresh(): Promise<void>;
}

/** What the command line changed is found after this long; what a server changed is announced. */
const FRESH_FOR = 30_000;
/** How long articles are read into the index before others are answered. */
const SLICE_MS = 8;

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

/** Where there are more, the index is made before anybody asks: the first search would wait too long. */
const MADE_AHEAD_FROM = 1000;

/** Where more have changed, all of them are read at once. */
const MOST_READ_BY_ID = 500;

/** Lets whoever waits be answered after each slice. */
const inSlices = (clock: Pick<Clock, "mono">, isOver: () => boolean): Rest => {
  let began = clock.mono();
  return () => {
    // Nobody waits for the rest any more.
    if (isOver()) return new Promise(() => undefined);
    if (clock.mono() - began < SLICE_MS) return null;
    return new Promise((resolve) => {
      setImmediate(() => {
        began = clock.mono();
        resolve();
      });
    });
  };
};

interface Indexed {
  readonly of: CatalogueIndex;
  readonly shown: ReadonlyMap<string, Article>;
  readonly index: ArticleIndex;
}

/** Keeps one index up to date with the articles shown, one change after the other. */
const createFollower = (clock: Pick<Clock, "mono">, shown: () => ReadonlyMap<string, Article>) => {
  let indexed: Indexed | null = null;
  let wanted: CatalogueIndex | null = null;
  let isMadeAnew = false;
  let isOver = false;
  let following: Promise<unknown> = Promise.resolve();
  const bringUpToDate = async (catalogue: CatalogueIndex): Promise<ArticleIndex> => {
    const articles = shown();
    if (indexed?.of === catalogue && indexed.shown === articles) return indexed.index;
    // With another catalogue problems may have other names: all of it is read again, beside what answers meanwhile.
    const index = indexed?.of === catalogue ? indexed.index : createArticleIndex();
    const rest = inSlices(clock, () => isOver);
    await updateArticleIndex(index, articles, namesIn(catalogue), rest);
    indexed = { of: catalogue, shown: articles, index };
    return index;
  };
  const follow = (catalogue: CatalogueIndex): Promise<ArticleIndex> => {
    wanted = catalogue;
    if (indexed?.of !== catalogue) isMadeAnew = true;
    const followed = following
      .then(() => bringUpToDate(catalogue))
      .finally(() => {
        isMadeAnew = indexed?.of !== wanted;
      });
    // The next one comes after it, whatever became of it.
    following = Promise.allSettled([followed]);
    return followed;
  };
  const followBeside = (catalogue: CatalogueIndex): void => void follow(catalogue).catch(() => undefined);
  return {
    followBeside,
    /** The index of now, or of a moment ago. */
    indexFor: (catalogue: CatalogueIndex): ArticleIndex | Promise<ArticleIndex> => {
      if (indexed === null) return follow(catalogue);
      const isBehind = indexed.of !== catalogue || indexed.shown !== shown();
      if (isBehind && !(isMadeAnew && wanted === catalogue)) followBeside(catalogue);
      return indexed.index;
    },
    /** Reads what has changed, and waits for it unless all is being read again. */
    catchUp: async (): Promise<void> => {
      // Where nobody has searched there is nothing to bring up to date.
      if (wanted === null) return;
      if (isMadeAnew) followBeside(wanted);
      else await follow(wanted);
    },
    end: (): void => {
      isOver = true;
    },
  };
};

const startArticles = async ({
  db,
  clock,
  of,
}: ServiceContext): Promise<{ readonly service: HelpArticles; readonly stop: () => void }> => {
  const store = db.read.of(articleStore);
  let shown: ReadonlyMap<string, Article> = new Map();
  /** Of all that were read, with retired ones. */
  let revisions: ReadonlyMap<string, number> = new Map();
  const follower = createFollower(clock, () => shown);
  let lookedAt = 0;
  const readChanged = async (): Promise<void> => {
    const next = await store.revisions();
    lookedAt = clock.mono();
    const changed = [...next.keys()].filter((id) => next.get(id) !== revisions.get(id));
    if (changed.length === 0) return;
    const read = changed.length > MOST_READ_BY_ID ? await store.all() : await store.byIds(changed);
    // As they were read: what was written since the look is among them, or found at the next one.
    revisions = new Map([...revisions, ...read.map(({ id, revision }) => [id, revision] as const)]);
    const readIds = new Set(read.map(({ id }) => id));
    const articles = [
      ...[...shown.values()].filter(({ id }) => !readIds.has(id)),
      ...read.filter(({ retiredAt }) => retiredAt === null),
    ];
    shown = new Map(articles.sort(inOrder).map((article) => [article.id, article]));
    await follower.catchUp();
  };
  let reading: Promise<unknown> = Promise.resolve();
  // One after the other: an earlier look never replaces what a later one found.
  const refresh = (): Promise<void> => {
    const read = reading.then(readChanged);
    reading = Promise.allSettled([read]);
    return read;
  };
  // What is in memory stays good while the database cannot be asked.
  const look = (): void => void refresh().catch(() => undefined);
  await refresh();
  if (shown.size >= MADE_AHEAD_FROM) follower.followBeside(of(catalogueCache).current());
  const stop = await db.subscribe(({ topic }) => {
    if (topic === "articles" || topic === "resync") look();
  });
  const current = (): typeof shown => {
    if (clock.mono() - lookedAt >= FRESH_FOR) {
      lookedAt = clock.mono();
      look();
    }
    return shown;
  };
  const search: HelpArticles["search"] = async (catalogue, question) => {
    const articles = current();
    const hits = searchArticles(await follower.indexFor(catalogue), question);
    // What was retired or written anew since the index read it is not shown as it was.
    return hits.flatMap(({ article }) => articles.get(article.id) ?? []);
  };
  const end = (): void => {
    follower.end();
    stop();
  };
  return { service: { current, search, refresh }, stop: end };
};

export const helpArticles: ServiceKey<HelpArticles> = { start: startArticles };
