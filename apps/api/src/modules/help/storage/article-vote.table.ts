/** Whether an article helped: one vote of an account for an article (F62). */
import { defineTable, instant, key, type RowOf, yesNo } from "../../../kernel/db/columns.js";

export const articleVoteTable = defineTable({
  name: "article_vote",
  person: { by: ["accountId"], atErasure: "KEPT" },
  columns: {
    articleId: key("article_id", "ID"),
    accountId: key("account_id", "ID"),
    isHelpful: yesNo("is_helpful", "FACT"),
    votedAt: instant("voted_at", "FACT"),
  },
  foreignKeys: [
    { name: "article_vote_article", target: "article", columnNames: ["articleId"], referencedColumnNames: ["id"] },
    { name: "article_vote_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});

export type ArticleVoteRow = RowOf<typeof articleVoteTable>;
