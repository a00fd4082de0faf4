import type { NodeKind } from "../../../kernel/module.js";
import { accountOf } from "../../../kernel/graphql/context.js";
export const accountNodes: Readonly<Record<string, NodeKind>> = {
  acc: {
    type: "Account",
    find: async (context, id) => (accountOf(context).id === id ? accountOf(context) : null),
  },
};
