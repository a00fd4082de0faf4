/** One-time links that register an agreement (F56, P16): only a SHA-256 of the token is kept. */

import type { EpochMs } from "@accord/domain";
import { omit, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { activationLinkTable } from "./activation-link.table.js";

export type ActivationLink = RowIn<typeof LINK>;

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
  /** No open link registers anything any more; returns how many there were. */
  endAll(at: EpochMs): Promise<number>;
  /** Whether one was open. */
  endOpen(planId: string, at: EpochMs): Promise<boolean>;
}

const LINK = omit(activationLinkTable, ["tokenHash"], "l");
const NEW_LINK = omit(activationLinkTable, ["endedAt", "usedAt", "usedBy"]);
const OPEN = "ended_at IS NULL AND used_at IS NULL";

export const createActivationLinkReads = ({ sql }: StoreContext): ActivationLinkReads => ({
  latestOf: (planId) =>
    selectFirst(sql, LINK, "FROM activation_link l WHERE l.plan_id = ? ORDER BY l.id DESC LIMIT 1", [planId]),
});

export const createActivationLinkWrites = (context: WriteContext): ActivationLinkWrites => {
  const { sql } = context;
  const endOpen = async (planId: string, at: EpochMs): Promise<boolean> =>
    (await sql.run(`UPDATE activation_link SET ended_at = ? WHERE plan_id = ? AND ${OPEN}`, [at, planId])) === 1;
  return {
    ...createActivationLinkReads(context),
    byTokenHash: async (tokenHash) => {
      await sql.run(`UPDATE activation_link SET plan_id = plan_id WHERE token_hash = ?`, [tokenHash]);
      return selectFirst(sql, LINK, "FROM activation_link l WHERE l.token_hash = ?", [tokenHash]);
    },
    create: async (link) => {
      await endOpen(link.planId, link.createdAt);
      await insertRow(sql, NEW_LINK, link);
    },
    use: async (id, accountId, at) =>
      (await sql.run(`UPDATE activation_link SET used_at = ?, used_by = ? WHERE id = ? AND ${OPEN}`, [
        at,
        accountId,
        id,
      ])) === 1,
    endAll: (at) => sql.run(`UPDATE activation_link SET ended_at = ? WHERE ${OPEN}`, [at]),
    endOpen,
  };
};

export const activationLinkStore: StoreKey<ActivationLinkReads, ActivationLinkWrites> = {
  reads: createActivationLinkReads,
  writes: createActivationLinkWrites,
};
