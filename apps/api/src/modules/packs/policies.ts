/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const packsPolicies = {
  published: {
    ChangedDraft: "draftId account productVersion before after",
    ChangedPlan: "planId programme endsOn from lostCount gainedCount lost gained",
    Pack: "kind version digest effectiveOn loadedAt loadedBy state",
    PackChange: "op path before after",
    PackFile: "kind version text fileName mediaType",
    PackProblem: "line path message",
    ...connection("ChangedDraft"),
    ...connection("ChangedPlan"),
    ...connection("Pack"),
    ...connection("PackChange"),
  },
} satisfies PolicyPart;
