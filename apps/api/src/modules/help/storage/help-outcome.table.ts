/** Somebody said that an article or a tree solved a problem (F64); whether it did is judged when it is read. */
import type { EpochMs, ProblemOfFamily } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface HelpOutcomeRow {
  readonly id: string;
  readonly accountId: string;
  /** Of article and tree the other is null. */
  readonly articleId: string | null;
  readonly treeSlug: string | null;
  readonly problems: readonly ProblemOfFamily[];
  readonly claimedAt: EpochMs;
  /** Account, subject and day: pressed twice it is one. */
  readonly onceKey: string;
}

export const helpOutcomeTable = new EntitySchema<HelpOutcomeRow>({
  name: "help_outcome",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    articleId: text("article_id", orNull),
    treeSlug: text("tree_slug", orNull),
    problems: document("problems"),
    claimedAt: instant("claimed_at"),
    onceKey: text("once_key"),
  },
  checks: [{ name: "help_outcome_subject", expression: `("article_id" IS NULL) <> ("tree_slug" IS NULL)` }],
  uniques: [{ name: "help_outcome_once", columns: ["onceKey"] }],
  foreignKeys: [
    { name: "help_outcome_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "help_outcome_article", target: "article", columnNames: ["articleId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "help_outcome_by_time", columns: ["claimedAt", "id"] }],
});
