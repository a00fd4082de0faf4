/** The stores of one connection, or of one unit. */
import type { ReadStores, WriteStores } from "./database.js";
import { onceFor } from "./storage-part.js";
import type { StoreContext, WriteContext } from "./store-context.js";
import { Abort } from "./transaction-scope.js";

export const createReadStores = (context: StoreContext): ReadStores => ({ of: onceFor((key) => key.reads(context)) });

export const createWriteStores = (context: WriteContext): WriteStores => ({
  of: onceFor((key) => key.writes(context)),
  publish: (change) => {
    context.changes.push(change);
  },
  abort: (value) => {
    throw new Abort(value);
  },
});
