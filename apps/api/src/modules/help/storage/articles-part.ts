/** What is kept of articles. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { articleTable } from "./article.table.js";
import { articleVoteTable } from "./article-vote.table.js";
import { ARTICLES } from "./articles.migration.js";
import { helpOutcomeTable } from "./help-outcome.table.js";

export const articlesStorage: StoragePart = {
  tables: [articleTable, articleVoteTable, helpOutcomeTable],
  sqliteMigrations: [ARTICLES.sqlite],
  postgresMigrations: [ARTICLES.postgres],
};
