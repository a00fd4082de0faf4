/** Whether an article helped: one vote of an account for an article (F62). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, yesNo } from "../../../kernel/db/columns.js";

export interface ArticleVoteRow {
  readonly articleId: string;
  readonly accountId: string;
  readonly isHelpful: boolean;
  readonly votedAt: EpochMs;
}

export const articleVoteTable = new EntitySchema<ArticleVoteRow>({
  name: "article_vote",
  columns: {
    articleId: key("article_id"),
    accountId: key("account_id"),
    isHelpful: yesNo("is_helpful"),
    votedAt: instant("voted_at"),
  },
  foreignKeys: [
    { name: "article_vote_article", target: "article", columnNames: ["articleId"], referencedColumnNames: ["id"] },
    { name: "article_vote_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
