/** Whose an account is, and how it is found by its id. */
import type { Account } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";

export const identityObjects = {
  objectPolicies: {
    Account: {
      scopes: [],
      maySee: (account: Account, context: RequestContext) => account.id === accountOf(context).id,
    },
  },
  nodes: {
    acc: {
      type: "Account",
      find: async (context, id) => (accountOf(context).id === id ? accountOf(context) : null),
    },
  },
} satisfies PolicyPart;
