/** Notices of an account, what it wants by mail, and which requests it follows (F71, F72, P12). */
import type { EpochMs, Notice, NoticeKind } from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { type Page, type PageRequest, pageOf } from "../../../kernel/db/page.js";
import {
  asList,
  type Columns,
  first as firstRow,
  isInList,
  placeholders,
  type SqlValue,
  select,
} from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface NewNotice {
  readonly accountId: string;
  readonly kind: NoticeKind;
  readonly requestId: string;
  /** What it tells of: an account is told once of each. */
  readonly source: string;
  readonly at: EpochMs;
}

export interface NoticeReads {
  /** Newest first. */
  page(accountId: string, page: PageRequest, options?: { readonly isUnread?: boolean }): Promise<Page<Notice>>;
  count(accountId: string, options?: { readonly isUnread?: boolean }): Promise<number>;
  /** How many of these are the account's own. */
  countOwn(accountId: string, ids: readonly string[]): Promise<number>;
  /** Kinds wanted by mail, of the accounts that chose. */
  mailOn(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly NoticeKind[]>>;
  /** What people chose for a request, by account. */
  subscriptions(requestId: string): Promise<ReadonlyMap<string, boolean>>;
}

export interface NoticeWrites extends NoticeReads {
  /** Adds those that are not there yet, and tells the accounts' open pages. */
  add(notices: readonly NewNotice[]): Promise<void>;
  /** Tells an account of the requests it has become a contact of without having been told, as when it first proves its address. */
  addForContact(accountId: string, at: EpochMs): Promise<void>;
  /** The account's own notices, those of `ids` or all; returns how many were unread. */
  markRead(accountId: string, ids: readonly string[] | null, at: EpochMs): Promise<number>;
  saveMailOn(accountId: string, kinds: readonly NoticeKind[], at: EpochMs): Promise<void>;
  setSubscription(requestId: string, accountId: string, isSubscribed: boolean, at: EpochMs): Promise<void>;
}

const NOTICE: Columns<Notice> = {
  id: "id",
  accountId: "account_id",
  kind: "kind",
  requestId: "request_id",
  at: "at",
  readAt: "read_at",
};

const unreadOnly = (options?: { readonly isUnread?: boolean }): string =>
  options?.isUnread === true ? " AND read_at IS NULL" : "";

export const createNoticeReads = ({ sql }: StoreContext): NoticeReads => ({
  page: async (accountId, { first, after }, options) => {
    const rest = `FROM notice WHERE account_id = ? AND id < ?${unreadOnly(options)} ORDER BY id DESC LIMIT ?`;
    const rows = await select(sql, NOTICE, rest, [accountId, after ?? "~", first + 1]);
    return pageOf(rows, first);
  },
  count: async (accountId, options) => {
    const text = `SELECT CAST(count(*) AS integer) AS total FROM notice WHERE account_id = ?${unreadOnly(options)}`;
    return (await firstRow<{ total: number }>(sql, text, [accountId]))?.total ?? 0;
  },
  countOwn: async (accountId, ids) => {
    const text = `SELECT CAST(count(*) AS integer) AS total FROM notice WHERE account_id = ? AND ${isInList(sql.dialect, "id")}`;
    return (await firstRow<{ total: number }>(sql, text, [accountId, asList(ids)]))?.total ?? 0;
  },
  mailOn: async (accountIds) => {
    const text = `SELECT account_id AS id, mail_on AS kinds FROM notice_preference WHERE ${isInList(sql.dialect, "account_id")}`;
    const rows = await sql.all<{ id: string; kinds: string }>(text, [asList(accountIds)]);
    return new Map(rows.map(({ id, kinds }) => [id, JSON.parse(kinds) as NoticeKind[]]));
  },
  subscriptions: async (requestId) => {
    const text = `SELECT account_id AS id, is_subscribed AS yes FROM request_subscription WHERE request_id = ?`;
    const rows = await sql.all<{ id: string; yes: number }>(text, [requestId]);
    return new Map(rows.map(({ id, yes }) => [id, yes === 1]));
  },
});

/** The newest requests of a bound contact who did not submit them and was not told of them. */
const UNTOLD = `SELECT c.request_id AS "requestId" FROM request_contact c JOIN support_request r ON r.id = c.request_id
  WHERE c.account_id = ? AND c.removed_at IS NULL AND r.submitter_id <> ? AND r.is_open = 1
  AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.account_id = ? AND n.request_id = c.request_id AND n.kind = 'ADDED_AS_CONTACT')
  ORDER BY c.request_id DESC LIMIT 50`;

export const createNoticeWrites = (context: WriteContext): NoticeWrites => {
  const { sql } = context;
  const tell = (accountId: string): void => {
    context.announcements.push({ topic: "account", id: accountId, entryId: null, isInternal: false });
  };
  const add = async (notices: readonly NewNotice[]): Promise<void> => {
    if (notices.length === 0) return;
    await sql.run(
      `INSERT INTO notice (id, account_id, kind, request_id, source, at) VALUES ${placeholders(notices.length, 6)}
         ON CONFLICT (account_id, source) DO NOTHING`,
      notices.flatMap((one): SqlValue[] => [
        newId("ntc", one.at),
        one.accountId,
        one.kind,
        one.requestId,
        one.source,
        one.at,
      ]),
    );
    for (const { accountId } of notices) tell(accountId);
  };
  return {
    ...createNoticeReads(context),
    add,
    addForContact: async (accountId, at) => {
      const rows = await sql.all<{ requestId: string }>(UNTOLD, [accountId, accountId, accountId]);
      const kind = "ADDED_AS_CONTACT";
      await add(rows.map(({ requestId }) => ({ accountId, kind, requestId, source: `contact:${requestId}`, at })));
    },
    markRead: async (accountId, ids, at) => {
      const chosen = ids === null ? "" : ` AND ${isInList(sql.dialect, "id")}`;
      const text = `UPDATE notice SET read_at = ? WHERE account_id = ? AND read_at IS NULL${chosen}`;
      const read = await sql.run(text, [at, accountId, ...(ids === null ? [] : [asList(ids)])]);
      if (read > 0) tell(accountId);
      return read;
    },
    saveMailOn: async (accountId, kinds, at) => {
      await sql.run(
        `INSERT INTO notice_preference (account_id, mail_on, updated_at) VALUES (?, ?, ?)
         ON CONFLICT (account_id) DO UPDATE SET mail_on = excluded.mail_on, updated_at = excluded.updated_at`,
        [accountId, JSON.stringify(kinds), at],
      );
    },
    setSubscription: async (requestId, accountId, isSubscribed, at) => {
      await sql.run(
        `INSERT INTO request_subscription (request_id, account_id, is_subscribed, updated_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (request_id, account_id) DO UPDATE SET is_subscribed = excluded.is_subscribed, updated_at = excluded.updated_at`,
        [requestId, accountId, Number(isSubscribed), at],
      );
    },
  };
};

export const noticeStore: StoreKey<NoticeReads, NoticeWrites> = {
  reads: createNoticeReads,
  writes: createNoticeWrites,
};
