/** Notices of an account, what it wants by mail, and which requests it follows (F71, F72, P12). */

import type { EpochMs, Notice, NoticeKind } from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { omit, pick } from "../../../kernel/db/row-shape.js";
import { insertRow, insertRows, replaceBy, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { asList, first as firstRow, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { requestFollowingTable } from "../../requests/module.js";
import { noticeTable } from "./notice.table.js";
import { noticePreferenceTable } from "./notice-preference.table.js";

export interface NewNotice {
  readonly accountId: string;
  readonly kind: NoticeKind;
  readonly requestId: string;
  /** What it tells of: an account is told once of each. */
  readonly source: string;
  readonly at: EpochMs;
}

export interface NoticeReads {
  byId(id: string): Promise<Notice | null>;
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
  updateSubscription(requestId: string, accountId: string, isSubscribed: boolean, at: EpochMs): Promise<void>;
}

const NOTICE = omit(noticeTable, ["source"]);
const NEW_NOTICE = omit(noticeTable, ["readAt"]);
const MAIL_ON = pick(noticePreferenceTable, ["accountId", "mailOn"]);
const SUBSCRIPTION = pick(requestFollowingTable, ["accountId", "isSubscribed"]);

const unreadOnly = (options?: { readonly isUnread?: boolean }): string =>
  options?.isUnread === true ? " AND read_at IS NULL" : "";

export const createNoticeReads = ({ sql }: StoreContext): NoticeReads => ({
  byId: (id) => selectFirst(sql, NOTICE, "FROM notice WHERE id = ?", [id]),
  page: async (accountId, page, options) => {
    const { where, params, direction } = walkBy("id", "DESC", page);
    const rest = `FROM notice WHERE account_id = ? AND ${where}${unreadOnly(options)} ORDER BY id ${direction} LIMIT ?`;
    return pageOf(await selectRows(sql, NOTICE, rest, [accountId, ...params, page.first + 1]), page.first);
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
    const rest = `FROM notice_preference WHERE ${isInList(sql.dialect, "account_id")}`;
    const rows = await selectRows(sql, MAIL_ON, rest, [asList(accountIds)]);
    return new Map(rows.map(({ accountId, mailOn }) => [accountId, mailOn]));
  },
  subscriptions: async (requestId) => {
    const rows = await selectRows(sql, SUBSCRIPTION, "FROM request_subscription WHERE request_id = ?", [requestId]);
    return new Map(rows.map(({ accountId, isSubscribed }) => [accountId, isSubscribed]));
  },
});

const PREFERRED = replaceBy(noticePreferenceTable, ["accountId"]);
const FOLLOWED = replaceBy(requestFollowingTable, ["requestId", "accountId"]);

/** The newest requests of a bound contact who did not submit them and was not told of them. */
const UNTOLD = `SELECT c.request_id AS "requestId" FROM request_contact c JOIN support_request r ON r.id = c.request_id
  WHERE c.account_id = ? AND c.removed_at IS NULL AND r.submitter_id <> ? AND r.is_open = 1
  AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.account_id = ? AND n.request_id = c.request_id AND n.kind = 'ADDED_AS_CONTACT')
  ORDER BY c.request_id DESC LIMIT 50`;

export const createNoticeWrites = (context: WriteContext): NoticeWrites => {
  const { sql } = context;
  const tell = (accountId: string): void => {
    context.changes.push({ topic: "account", id: accountId, entryId: null, isInternal: false });
  };
  const add = async (notices: readonly NewNotice[]): Promise<void> => {
    const rows = notices.map((one) => ({ ...one, id: newId("ntc", one.at) }));
    await insertRows(sql, NEW_NOTICE, rows, "ON CONFLICT (account_id, source) DO NOTHING");
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
      await insertRow(sql, noticePreferenceTable, { accountId, mailOn: kinds, updatedAt: at }, PREFERRED);
    },
    updateSubscription: async (requestId, accountId, isSubscribed, at) => {
      await insertRow(sql, requestFollowingTable, { requestId, accountId, isSubscribed, updatedAt: at }, FOLLOWED);
    },
  };
};

export const noticeStore: StoreKey<NoticeReads, NoticeWrites> = {
  reads: createNoticeReads,
  writes: createNoticeWrites,
};
