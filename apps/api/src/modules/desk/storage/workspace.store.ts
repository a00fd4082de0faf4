/** What an engineer keeps for the work: views of the queue, replies for reuse (F41, F54). */
import { type CannedReply, type EpochMs, readFilter, type SavedView } from "@accord/domain";
import { type Columns, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface WorkspaceReads {
  /** By name. */
  views(accountId: string): Promise<SavedView[]>;
  /** The account's own and the desk's, by title. */
  replies(accountId: string): Promise<CannedReply[]>;
  replyById(id: string): Promise<CannedReply | null>;
}

export interface WorkspaceWrites extends WorkspaceReads {
  /** A new view, or another name and content under its id; one that had the name gives way. */
  saveView(view: SavedView, at: EpochMs): Promise<void>;
  /** False when it is not the account's. */
  removeView(id: string, accountId: string): Promise<boolean>;
  saveReply(reply: CannedReply): Promise<void>;
  removeReply(id: string): Promise<boolean>;
}

interface ViewSqlRow extends Pick<SavedView, "id" | "accountId" | "name"> {
  readonly content: string;
}
const VIEW: Columns<ViewSqlRow> = { id: "id", accountId: "account_id", name: "name", content: "content" };
const REPLY: Columns<CannedReply> = {
  id: "id",
  accountId: "account_id",
  title: "title",
  text: "text",
  language: "language",
  updatedAt: "updated_at",
};

const toView = ({ content, ...row }: ViewSqlRow): SavedView => {
  const { filter = {}, search = null } = JSON.parse(content) as { filter?: object; search?: string | null };
  return { ...row, filter: readFilter(filter), search };
};

export const createWorkspaceReads = ({ sql }: StoreContext): WorkspaceReads => ({
  views: async (accountId) =>
    (await select(sql, VIEW, "FROM saved_view WHERE account_id = ? ORDER BY name, id", [accountId])).map(toView),
  replies: (accountId) =>
    select(sql, REPLY, "FROM canned_reply WHERE account_id = ? OR account_id IS NULL ORDER BY title, id", [accountId]),
  replyById: async (id) => (await select(sql, REPLY, "FROM canned_reply WHERE id = ?", [id]))[0] ?? null,
});

export const createWorkspaceWrites = (context: WriteContext): WorkspaceWrites => {
  const { sql } = context;
  return {
    ...createWorkspaceReads(context),
    saveView: async ({ id, accountId, name, filter, search }, at) => {
      const content = JSON.stringify({ filter, search });
      // Renamed to what another one is called: that one gives way.
      await sql.run(`DELETE FROM saved_view WHERE account_id = ? AND name = ? AND id <> ?`, [accountId, name, id]);
      await sql.run(
        `INSERT INTO saved_view (id, account_id, name, content, updated_at) VALUES ${placeholders(1, 5)}
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content, updated_at = excluded.updated_at`,
        [id, accountId, name, content, at],
      );
    },
    removeView: async (id, accountId) =>
      (await sql.run(`DELETE FROM saved_view WHERE id = ? AND account_id = ?`, [id, accountId])) === 1,
    saveReply: async (reply) => {
      await sql.run(
        `INSERT INTO canned_reply (id, account_id, title, text, language, updated_at) VALUES ${placeholders(1, 6)}
         ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, title = excluded.title, text = excluded.text,
           language = excluded.language, updated_at = excluded.updated_at`,
        [reply.id, reply.accountId, reply.title, reply.text, reply.language, reply.updatedAt],
      );
    },
    removeReply: async (id) => (await sql.run(`DELETE FROM canned_reply WHERE id = ?`, [id])) === 1,
  };
};

export const workspaceStore: StoreKey<WorkspaceReads, WorkspaceWrites> = {
  reads: createWorkspaceReads,
  writes: createWorkspaceWrites,
};
