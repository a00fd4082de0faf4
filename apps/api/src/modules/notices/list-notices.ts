/** Notices of the account that asks, read or not (P12). */
import type { Notice } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { connectionOfPage, type PageArguments, pageRequestOf, type RowConnection } from "../../kernel/graphql/page.js";
import { noticeStore } from "./storage/notice.store.js";

export const listNotices = async (
  context: RequestContext,
  page: PageArguments,
  isUnread: boolean,
): Promise<RowConnection<Notice>> => {
  const notices = context.db.read.of(noticeStore);
  const { id } = accountOf(context);
  const rows = await notices.page(id, pageRequestOf(page), { isUnread });
  return connectionOfPage(rows, page, () => notices.count(id, { isUnread }));
};
