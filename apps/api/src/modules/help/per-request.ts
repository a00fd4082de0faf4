/** What is kept beside support requests, read for all of an answer at once. */
import DataLoader from "dataloader";
import type { RequestContext } from "../../context.js";

/** One look at the database for every support request of an answer that asks; null where nothing is kept. */
export const loadPerRequest = <Kept extends { readonly requestId: string }>(
  read: (context: RequestContext, requestIds: readonly string[]) => Promise<readonly Kept[]>,
): ((context: RequestContext, requestId: string) => Promise<Kept | null>) => {
  const loaders = new WeakMap<RequestContext, DataLoader<string, Kept | null>>();
  const loaderOf = (context: RequestContext): DataLoader<string, Kept | null> =>
    new DataLoader(async (ids) => {
      const kept = new Map((await read(context, ids)).map((one) => [one.requestId, one]));
      return ids.map((id) => kept.get(id) ?? null);
    });
  return (context, requestId) => {
    const loader = loaders.get(context) ?? loaderOf(context);
    loaders.set(context, loader);
    return loader.load(requestId);
  };
};
