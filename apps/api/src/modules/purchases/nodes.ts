import type { NodeKind } from "../../kernel/module.js";
import { purchaseStore } from "./storage/purchase.store.js";
export const purchaseNodes: Readonly<Record<string, NodeKind>> = {
  pur: { type: "Purchase", find: (context, id) => context.db.read.of(purchaseStore).byId(id) },
};
