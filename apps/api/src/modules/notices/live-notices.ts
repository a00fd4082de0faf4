/** The bell, live: how many notices are unread, each time one arrives (F71, F76, P12). */
import { accountOf } from "../../kernel/graphql/context.js";
import { accountKey, type LiveField, type LiveFields } from "../../kernel/graphql/live/live-field.js";
import { noticeStore } from "./storage/notice.store.js";

const unreadNoticeCount: LiveField = {
  keys: (context) => [accountKey(accountOf(context).id)],
  authorise: () => undefined,
  payload: async (_announcement, context) => ({
    count: await context.db.read.of(noticeStore).count(accountOf(context).id, { isUnread: true }),
  }),
};

export const noticeLiveFields: LiveFields = { unreadNoticeCount };
