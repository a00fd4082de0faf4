/** Votes on articles, and who said that one solved a problem (F62, F64). */
import { type EpochMs, type ProblemOfFamily, SOLVED_AFTER } from "@accord/domain";
import { asList, isInList, placeholders } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import type { ArticleVoteRow } from "./article-vote.table.js";
import type { HelpOutcomeRow } from "./help-outcome.table.js";

export interface Votes {
  readonly helpful: number;
  readonly notHelpful: number;
}

/** A request that its account opened within 72 hours of a claim; the version tells the family. */
export interface RequestAfter {
  readonly createdAt: EpochMs;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
}

export interface ClaimWithRequests extends Pick<HelpOutcomeRow, "articleId" | "treeSlug" | "problems"> {
  readonly at: EpochMs;
  readonly requests: readonly RequestAfter[];
}

export interface OutcomeReads {
  /** By article; of those that somebody has voted on. */
  votesOn(articleIds: readonly string[]): Promise<ReadonlyMap<string, Votes>>;
  /** By article; of those this account has voted on: did it help? */
  votesOfAccount(accountId: string, articleIds: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  /** Oldest first. */
  claimsSince(from: EpochMs): Promise<readonly ClaimWithRequests[]>;
}

export interface OutcomeWrites extends OutcomeReads {
  /** One vote of an account: the later one holds. */
  vote(row: ArticleVoteRow): Promise<void>;
  /** False when this was claimed today already. */
  claim(row: HelpOutcomeRow): Promise<boolean>;
}

interface ClaimSqlRow {
  readonly id: string;
  readonly article_id: string | null;
  readonly tree_slug: string | null;
  readonly problems: string;
  readonly claimed_at: number;
  readonly created_at: number | null;
  readonly product_version_id: string;
  readonly category_id: string;
  readonly problem_id: string;
}

const createReads = ({ sql }: StoreContext): OutcomeReads => ({
  votesOn: async (articleIds) => {
    const rows = await sql.all<{ article_id: string; helpful: number; total: number }>(
      `SELECT article_id, SUM(is_helpful) AS helpful, COUNT(*) AS total FROM article_vote
       WHERE ${isInList(sql.dialect, "article_id")} GROUP BY article_id`,
      [asList(articleIds)],
    );
    return new Map(
      rows.map((row) => [
        row.article_id,
        { helpful: Number(row.helpful), notHelpful: Number(row.total) - Number(row.helpful) },
      ]),
    );
  },
  votesOfAccount: async (accountId, articleIds) => {
    const rows = await sql.all<{ article_id: string; is_helpful: number }>(
      `SELECT article_id, is_helpful FROM article_vote
       WHERE account_id = ? AND ${isInList(sql.dialect, "article_id")}`,
      [accountId, asList(articleIds)],
    );
    return new Map(rows.map((row) => [row.article_id, row.is_helpful === 1]));
  },
  claimsSince: async (from) => {
    const rows = await sql.all<ClaimSqlRow>(
      `SELECT o.id, o.article_id, o.tree_slug, o.problems, o.claimed_at,
         r.created_at, r.product_version_id, r.category_id, r.problem_id
       FROM help_outcome o LEFT JOIN support_request r
         ON r.submitter_id = o.account_id AND r.created_at >= o.claimed_at AND r.created_at < o.claimed_at + ${SOLVED_AFTER}
       WHERE o.claimed_at >= ? ORDER BY o.claimed_at, o.id`,
      [from],
    );
    const claims = new Map<string, ClaimWithRequests & { readonly requests: RequestAfter[] }>();
    for (const row of rows) {
      const claim = claims.get(row.id) ?? {
        articleId: row.article_id,
        treeSlug: row.tree_slug,
        problems: JSON.parse(row.problems) as ProblemOfFamily[],
        at: row.claimed_at,
        requests: [],
      };
      claims.set(row.id, claim);
      if (row.created_at !== null)
        claim.requests.push({
          createdAt: row.created_at,
          productVersionId: row.product_version_id,
          categoryId: row.category_id,
          problemId: row.problem_id,
        });
    }
    return [...claims.values()];
  },
});

const createWrites = (context: WriteContext): OutcomeWrites => ({
  ...createReads(context),
  vote: async ({ articleId, accountId, isHelpful, votedAt }) => {
    await context.sql.run(
      `INSERT INTO article_vote (article_id, account_id, is_helpful, voted_at) VALUES ${placeholders(1, 4)}
       ON CONFLICT (article_id, account_id) DO UPDATE SET is_helpful = excluded.is_helpful, voted_at = excluded.voted_at`,
      [articleId, accountId, isHelpful ? 1 : 0, votedAt],
    );
  },
  claim: async (row) =>
    (await context.sql.run(
      `INSERT INTO help_outcome (id, account_id, article_id, tree_slug, problems, claimed_at, once_key)
       VALUES ${placeholders(1, 7)} ON CONFLICT (once_key) DO NOTHING`,
      [row.id, row.accountId, row.articleId, row.treeSlug, JSON.stringify(row.problems), row.claimedAt, row.onceKey],
    )) === 1,
});

export const outcomeStore: StoreKey<OutcomeReads, OutcomeWrites> = { reads: createReads, writes: createWrites };
