/** Asks for access by number (F46): the same statements whether there is such a request or not. */

import type { AccessAsk, EpochMs } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { asList, first, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { accessAskTable } from "./access-ask.table.js";

export interface NewAsk extends Pick<AccessAsk, "id" | "number" | "accountId" | "askedAt"> {}

export interface AskDecision {
  readonly accountId: string;
  readonly isGranted: boolean;
  readonly at: EpochMs;
}

export interface AccessAskReads {
  byId(id: string): Promise<AccessAsk | null>;
  /** Those told to the contacts and not answered, oldest first. */
  openOfRequests(requestIds: readonly string[]): Promise<AccessAsk[]>;
}

export interface AccessAskWrites extends AccessAskReads {
  /** One open ask an account and number: a further one changes nothing. */
  add(ask: NewAsk): Promise<void>;
  /** False when the contacts were told before. */
  markTold(id: string, at: EpochMs): Promise<boolean>;
  /** False when it was answered before. */
  decide(id: string, decision: AskDecision): Promise<boolean>;
  /** Whether this account was told no about the request at or after `since`. */
  wasRefusedSince(accountId: string, requestId: string, since: EpochMs): Promise<boolean>;
  /** Asks that led nowhere; returns how many. */
  deleteUntoldBefore(at: EpochMs): Promise<number>;
}

const ASK = omit(accessAskTable, ["decidedBy", "isGranted"]);
const ADD = `INSERT INTO access_ask (id, number, account_id, request_id, asked_at)
  VALUES (?, ?, ?, (SELECT r.id FROM support_request r WHERE r.number = ?), ?) ON CONFLICT DO NOTHING`;

export const createAccessAskReads = ({ sql }: StoreContext): AccessAskReads => ({
  byId: (id) => selectFirst(sql, ASK, "FROM access_ask WHERE id = ?", [id]),
  openOfRequests: (requestIds) => {
    const open = `${isInList(sql.dialect, "request_id")} AND told_at IS NOT NULL AND decided_at IS NULL`;
    return selectRows(sql, ASK, `FROM access_ask WHERE ${open} ORDER BY id`, [asList(requestIds)]);
  },
});

export const createAccessAskWrites = (context: WriteContext): AccessAskWrites => {
  const { sql } = context;
  return {
    ...createAccessAskReads(context),
    add: async ({ id, number, accountId, askedAt }) => {
      await sql.run(ADD, [id, number, accountId, number, askedAt]);
    },
    markTold: async (id, at) =>
      (await sql.run(`UPDATE access_ask SET told_at = ? WHERE id = ? AND told_at IS NULL`, [at, id])) === 1,
    decide: async (id, { accountId, isGranted, at }) =>
      (await sql.run(
        `UPDATE access_ask SET decided_at = ?, decided_by = ?, is_granted = ? WHERE id = ? AND decided_at IS NULL`,
        [at, accountId, Number(isGranted), id],
      )) === 1,
    wasRefusedSince: async (accountId, requestId, since) => {
      const text = `SELECT 1 AS found FROM access_ask WHERE account_id = ? AND request_id = ? AND is_granted = 0 AND decided_at >= ? LIMIT 1`;
      return (await first(sql, text, [accountId, requestId, since])) !== null;
    },
    deleteUntoldBefore: (at) => sql.run(`DELETE FROM access_ask WHERE told_at IS NULL AND asked_at < ?`, [at]),
  };
};

export const accessAskStore: StoreKey<AccessAskReads, AccessAskWrites> = {
  reads: createAccessAskReads,
  writes: createAccessAskWrites,
};
