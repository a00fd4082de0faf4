/** Whose accounts, sessions and tokens are, and how they are found by their ids. */
import { type Account, mayStaff } from "@accord/domain";
import { accountOf, type ObjectPolicy, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";
import { sessionStore } from "./storage/session.store.js";
import { tokenStore } from "./storage/token.store.js";

/** Its account sees it, and staff who read accounts; never a token. */
const ofAccount: ObjectPolicy = {
  scopes: [],
  maySee: ({ accountId }: { readonly accountId: string }, context: RequestContext) =>
    context.principal.kind === "session" &&
    (accountOf(context).id === accountId || mayStaff(accountOf(context).roles, "READ_ACCOUNTS")),
};

export const identityObjects = {
  objectPolicies: {
    Account: {
      scopes: [],
      maySee: (account: Account, context: RequestContext) => account.id === accountOf(context).id,
    },
    AccessToken: ofAccount,
    BrowserSession: ofAccount,
  },
  nodes: {
    acc: {
      type: "Account",
      find: async (context, id) => (accountOf(context).id === id ? accountOf(context) : null),
    },
    ses: { type: "BrowserSession", find: ({ db }, id) => db.read.of(sessionStore).byId(id) },
    tok: { type: "AccessToken", find: ({ db }, id) => db.read.of(tokenStore).byId(id) },
  },
} satisfies PolicyPart;
