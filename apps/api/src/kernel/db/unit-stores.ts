/** The stores of one connection, or of one unit. */
import type { ReadStores, WriteStores } from "./database.js";
import { onceFor } from "./storage-part.js";
import type { StoreContext, WriteContext } from "./store-context.js";
import { RollBack } from "./unit-scope.js";

export const createReadStores = (context: StoreContext): ReadStores => ({ of: onceFor((key) => key.reads(context)) });

export const createWriteStores = (context: WriteContext): WriteStores => ({
  of: onceFor((key) => key.writes(context)),
  announce: (announcement) => {
    context.announcements.push(announcement);
  },
  rollBackWith: (value) => {
    throw new RollBack(value);
  },
});
