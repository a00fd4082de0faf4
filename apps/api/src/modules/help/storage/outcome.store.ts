/** Votes on articles, and who said that one solved a problem (F62, F64). */
import { type EpochMs, SOLVED_AFTER } from "@accord/domain";
import { combine, compute, nest, orNone, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertRow, replaceBy, selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { type ArticleVoteRow, articleVoteTable } from "./article-vote.table.js";
import { type HelpOutcomeRow, helpOutcomeTable } from "./help-outcome.table.js";

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

const CLAIM = combine(
  pick(helpOutcomeTable, ["id", "articleId", "treeSlug", "problems", "claimedAt"], "o"),
  nest(
    "request",
    orNone(
      compute<RequestAfter>({
        createdAt: "r.created_at",
        productVersionId: "r.product_version_id",
        categoryId: "r.category_id",
        problemId: "r.problem_id",
      }),
    ),
  ),
);
const isThere = (request: RowIn<typeof CLAIM>["request"]): request is RequestAfter => request.createdAt !== null;
const VOTE = pick(articleVoteTable, ["articleId", "isHelpful"]);
const REPLACED = replaceBy(articleVoteTable, ["articleId", "accountId"]);

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
    const rows = await selectRows(
      sql,
      VOTE,
      `FROM article_vote WHERE account_id = ? AND ${isInList(sql.dialect, "article_id")}`,
      [accountId, asList(articleIds)],
    );
    return new Map(rows.map(({ articleId, isHelpful }) => [articleId, isHelpful]));
  },
  claimsSince: async (from) => {
    const rows = await selectRows(
      sql,
      CLAIM,
      `FROM help_outcome o LEFT JOIN support_request r
         ON r.submitter_id = o.account_id AND r.created_at >= o.claimed_at AND r.created_at < o.claimed_at + ${SOLVED_AFTER}
       WHERE o.claimed_at >= ? ORDER BY o.claimed_at, o.id`,
      [from],
    );
    const claims = new Map<string, ClaimWithRequests & { readonly requests: RequestAfter[] }>();
    for (const { id, articleId, treeSlug, problems, claimedAt, request } of rows) {
      const claim = claims.get(id) ?? { articleId, treeSlug, problems, at: claimedAt, requests: [] };
      claims.set(id, claim);
      if (isThere(request)) claim.requests.push(request);
    }
    return [...claims.values()];
  },
});

const createWrites = (context: WriteContext): OutcomeWrites => ({
  ...createReads(context),
  vote: async (row) => {
    await insertRow(context.sql, articleVoteTable, row, REPLACED);
  },
  claim: async (row) =>
    (await insertRow(context.sql, helpOutcomeTable, row, "ON CONFLICT (once_key) DO NOTHING")) === 1,
});

export const outcomeStore: StoreKey<OutcomeReads, OutcomeWrites> = { reads: createReads, writes: createWrites };
