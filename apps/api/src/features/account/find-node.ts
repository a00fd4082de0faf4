/** Any object by its prefixed id; what does not exist and what may not be seen are told alike. */
import { accountOf, prove, type RequestContext } from "../../context.js";
import { isIdOf } from "../../graphql/ids.js";
import { RequestError } from "../../graphql/request-error.js";
import { attachmentStore } from "../../storage/stores/attachment-writes.js";
import { draftStore } from "../../storage/stores/draft.store.js";
import { planStore } from "../../storage/stores/plan.store.js";
import { purchaseStore } from "../../storage/stores/purchase.store.js";
import { requestLoader } from "../requests/loaders.js";

type Find = (context: RequestContext, id: string) => Promise<object | null>;

const FINDERS: Readonly<Record<string, Find>> = {
  acc: async (context, id) => (accountOf(context).id === id ? accountOf(context) : null),
  pln: async (context, id) => {
    const plan = await context.db.read.of(planStore).byIdForAccount(id, accountOf(context).id);
    return plan === null ? null : prove(context, plan);
  },
  req: (context, id) => context.loaders.of(requestLoader).load(id),
  att: (context, id) => context.db.read.of(attachmentStore).byId(id),
  pur: (context, id) => context.db.read.of(purchaseStore).byId(id),
  drf: (context, id) => context.db.read.of(draftStore).byId(id),
};

/** @throws RequestError NOT_FOUND */
export const findNode = async (context: RequestContext, id: string): Promise<object> => {
  const prefix = id.slice(0, id.indexOf("_"));
  const find = Object.hasOwn(FINDERS, prefix) && isIdOf(prefix, id) ? FINDERS[prefix] : undefined;
  const node = (await find?.(context, id)) ?? null;
  if (node === null) throw new RequestError("NOT_FOUND");
  return node;
};
