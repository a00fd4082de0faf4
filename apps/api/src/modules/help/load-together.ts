/** What belongs to several things of an answer, read for all of them at once. */
import DataLoader from "dataloader";
import type { RequestContext } from "../../kernel/graphql/context.js";

type ReadOf<Kept> = (context: RequestContext, id: string) => Promise<Kept | null>;

/** One look at the database for all ids of an answer that ask; null where `read` answers nothing for an id. */
export const loadTogether = <Kept>(
  read: (context: RequestContext, ids: readonly string[]) => Promise<ReadonlyMap<string, Kept>>,
): ReadOf<Kept> => {
  const loaders = new WeakMap<RequestContext, DataLoader<string, Kept | null>>();
  const loaderOf = (context: RequestContext): DataLoader<string, Kept | null> =>
    new DataLoader(
      async (ids) => {
        const kept = await read(context, ids);
        return ids.map((id) => kept.get(id) ?? null);
      },
      // The next command of the same operation may have changed it.
      { cache: false },
    );
  return (context, id) => {
    const loader = loaders.get(context) ?? loaderOf(context);
    loaders.set(context, loader);
    return loader.load(id);
  };
};

/** The same for what is kept beside support requests. */
export const loadPerRequest = <Kept extends { readonly requestId: string }>(
  read: (context: RequestContext, requestIds: readonly string[]) => Promise<readonly Kept[]>,
): ReadOf<Kept> =>
  loadTogether(async (context, ids) => new Map((await read(context, ids)).map((one) => [one.requestId, one])));
