/** Whose a notice is. */
import type { Notice } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";

export const noticesObjects = {
  objectPolicies: {
    Notice: {
      scopes: ["requests:read", "requests:write"],
      maySee: (notice: Notice, context: RequestContext) => notice.accountId === accountOf(context).id,
    },
  },
} satisfies PolicyPart;
