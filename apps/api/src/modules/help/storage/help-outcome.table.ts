/** Somebody said that an article or a tree solved a problem (F64); whether it did is judged when it is read. */
import type { ProblemOfFamily } from "@accord/domain";
import { defineTable, document, instant, key, orNull, type RowOf, text } from "../../../kernel/db/columns.js";

export const helpOutcomeTable = defineTable({
  name: "help_outcome",
  person: { by: ["accountId"], atErasure: "KEPT" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    /** Of article and tree the other is null. */
    articleId: text("article_id", "ID", orNull),
    treeSlug: text("tree_slug", "FACT", orNull),
    problems: document<readonly ProblemOfFamily[]>("problems", "FACT"),
    claimedAt: instant("claimed_at", "FACT"),
    /** Account, subject and day: pressed twice it is one. */
    onceKey: text("once_key", "ID"),
  },
  checks: [{ name: "help_outcome_subject", expression: `("article_id" IS NULL) <> ("tree_slug" IS NULL)` }],
  uniques: [{ name: "help_outcome_once", columns: ["onceKey"] }],
  foreignKeys: [
    { name: "help_outcome_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "help_outcome_article", target: "article", columnNames: ["articleId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "help_outcome_by_time", columns: ["claimedAt", "id"] }],
});

export type HelpOutcomeRow = RowOf<typeof helpOutcomeTable>;
