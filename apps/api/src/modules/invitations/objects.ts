/** How an ask for access is found by its id: by whoever may answer it. */

import { withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";
import { findAsk } from "./find-ask.js";

export const invitationsObjects = {
  nodes: { ask: { type: "AccessAsk", policy: withScope("requests:read"), find: findAsk } },
} satisfies PolicyPart;
