/** What an engineer keeps for the work: views of the queue, replies for reuse (F41, F54). */

import { type EpochMs, readFilter, type SavedView } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { insertRow, replaceBy, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { type CannedReply, cannedReplyTable, type WrittenReply } from "./canned-reply.table.js";
import { savedViewTable } from "./saved-view.table.js";

/** A view as it is kept. */
export interface StoredView extends SavedView {
  /** Left out in what earlier versions kept of a command. */
  readonly updatedAt?: EpochMs;
}

export interface WorkspaceReads {
  /** By name. */
  views(accountId: string): Promise<StoredView[]>;
  /** The account's own and the desk's, by title. */
  replies(accountId: string): Promise<CannedReply[]>;
  replyById(id: string): Promise<CannedReply | null>;
}

export interface WorkspaceWrites extends WorkspaceReads {
  /** A new view, or another name and content under its id; one that had the name gives way. */
  saveView(view: SavedView, at: EpochMs): Promise<void>;
  /** False when it is not the account's. */
  removeView(id: string, accountId: string): Promise<boolean>;
  /** The reply as it is kept. */
  saveReply(reply: WrittenReply): Promise<CannedReply>;
  removeReply(id: string): Promise<boolean>;
}

const toView = ({ content: { filter = {}, search = null }, ...row }: RowOf<typeof savedViewTable>): StoredView => ({
  ...row,
  filter: readFilter(filter),
  search,
});

export const createWorkspaceReads = ({ sql }: StoreContext): WorkspaceReads => ({
  views: async (accountId) =>
    (await selectRows(sql, savedViewTable, "FROM saved_view WHERE account_id = ? ORDER BY name, id", [accountId])).map(
      toView,
    ),
  replies: (accountId) =>
    selectRows(
      sql,
      cannedReplyTable,
      "FROM canned_reply WHERE account_id = ? OR account_id IS NULL ORDER BY title, id",
      [accountId],
    ),
  replyById: (id) => selectFirst(sql, cannedReplyTable, "FROM canned_reply WHERE id = ?", [id]),
});

const SAVED_VIEW = replaceBy(savedViewTable, ["id"], ["accountId"]);
const SAVED_REPLY = replaceBy(cannedReplyTable, ["id"]);

export const createWorkspaceWrites = (context: WriteContext): WorkspaceWrites => {
  const { sql } = context;
  return {
    ...createWorkspaceReads(context),
    saveView: async ({ id, accountId, name, filter, search }, at) => {
      // Renamed to what another one is called: that one gives way.
      await sql.run(`DELETE FROM saved_view WHERE account_id = ? AND name = ? AND id <> ?`, [accountId, name, id]);
      const row = { id, accountId, name, content: { filter, search }, updatedAt: at };
      await insertRow(sql, savedViewTable, row, SAVED_VIEW);
    },
    removeView: async (id, accountId) =>
      (await sql.run(`DELETE FROM saved_view WHERE id = ? AND account_id = ?`, [id, accountId])) === 1,
    saveReply: async (reply) => {
      await insertRow(sql, cannedReplyTable, reply, SAVED_REPLY);
      return reply;
    },
    removeReply: async (id) => (await sql.run(`DELETE FROM canned_reply WHERE id = ?`, [id])) === 1,
  };
};

export const workspaceStore: StoreKey<WorkspaceReads, WorkspaceWrites> = {
  reads: createWorkspaceReads,
  writes: createWorkspaceWrites,
};
