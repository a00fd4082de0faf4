/** One-time links that register an agreement (F56, P16): only a SHA-256 of the token is kept. */
import type { EpochMs } from "@accord/domain";
import { type Columns, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface ActivationLink {
  /** `act_…` */
  readonly id: string;
  readonly planId: string;
  /** Null: the command line. */
  readonly creatorId: string | null;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  /** Replaced by a newer one, or taken back. */
  readonly endedAt: EpochMs | null;
  readonly usedAt: EpochMs | null;
  readonly usedBy: string | null;
}

export interface ActivationLinkReads {
  /** The newest of the agreement; null when there was never one. */
  latestOf(planId: string): Promise<ActivationLink | null>;
}

export interface ActivationLinkWrites extends ActivationLinkReads {
  /** Whatever its state: the caller judges. Locked until the unit ends. */
  byTokenHash(tokenHash: string): Promise<ActivationLink | null>;
  /** Ends the one before. */
  create(
    link: Pick<ActivationLink, "id" | "planId" | "creatorId" | "createdAt" | "expiresAt"> & {
      readonly tokenHash: string;
    },
  ): Promise<void>;
  /** False when it was used or ended meanwhile. */
  use(id: string, accountId: string, at: EpochMs): Promise<boolean>;
  /** Whether one was open. */
  endOpen(planId: string, at: EpochMs): Promise<boolean>;
}

const LINK: Columns<ActivationLink> = {
  id: "l.id",
  planId: "l.plan_id",
  creatorId: "l.creator_id",
  createdAt: "l.created_at",
  expiresAt: "l.expires_at",
  endedAt: "l.ended_at",
  usedAt: "l.used_at",
  usedBy: "l.used_by",
};
const OPEN = "ended_at IS NULL AND used_at IS NULL";

export const createActivationLinkReads = ({ sql }: StoreContext): ActivationLinkReads => ({
  latestOf: async (planId) => {
    const rest = "FROM activation_link l WHERE l.plan_id = ? ORDER BY l.id DESC LIMIT 1";
    return (await select(sql, LINK, rest, [planId]))[0] ?? null;
  },
});

export const createActivationLinkWrites = (context: WriteContext): ActivationLinkWrites => {
  const { sql } = context;
  const endOpen = async (planId: string, at: EpochMs): Promise<boolean> =>
    (await sql.run(`UPDATE activation_link SET ended_at = ? WHERE plan_id = ? AND ${OPEN}`, [at, planId])) === 1;
  return {
    ...createActivationLinkReads(context),
    byTokenHash: async (tokenHash) => {
      await sql.run(`UPDATE activation_link SET plan_id = plan_id WHERE token_hash = ?`, [tokenHash]);
      return (await select(sql, LINK, "FROM activation_link l WHERE l.token_hash = ?", [tokenHash]))[0] ?? null;
    },
    create: async ({ id, planId, creatorId, tokenHash, createdAt, expiresAt }) => {
      await endOpen(planId, createdAt);
      await sql.run(
        `INSERT INTO activation_link (id, plan_id, creator_id, token_hash, created_at, expires_at) VALUES ${placeholders(1, 6)}`,
        [id, planId, creatorId, tokenHash, createdAt, expiresAt],
      );
    },
    use: async (id, accountId, at) =>
      (await sql.run(`UPDATE activation_link SET used_at = ?, used_by = ? WHERE id = ? AND ${OPEN}`, [
        at,
        accountId,
        id,
      ])) === 1,
    endOpen,
  };
};

export const activationLinkStore: StoreKey<ActivationLinkReads, ActivationLinkWrites> = {
  reads: createActivationLinkReads,
  writes: createActivationLinkWrites,
};
