/** Whose a notice is, and how it is found by its id. */
import type { Notice } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";
import { noticeStore } from "./storage/notice.store.js";

export const noticesObjects = {
  objectPolicies: {
    Notice: {
      scopes: ["requests:read", "requests:write"],
      maySee: (notice: Notice, context: RequestContext) => notice.accountId === accountOf(context).id,
    },
  },
  nodes: { ntc: { type: "Notice", find: (context, id) => context.db.read.of(noticeStore).byId(id) } },
} satisfies PolicyPart;
