/** Notices of the account that asks, read or not (P12). */
import { accountOf, type RequestContext } from "../../context.js";
import { idOfCursor } from "../../graphql/cursor.js";
import { connectionOfPage, type PageArguments } from "../../graphql/page.js";
import { noticeStore } from "../../storage/stores/notice.store.js";

export const listNotices = async (context: RequestContext, page: PageArguments, isUnread: boolean): Promise<object> => {
  const notices = context.db.read.of(noticeStore);
  const { id } = accountOf(context);
  const rows = await notices.page(id, { first: page.first, after: idOfCursor(page.after) }, { isUnread });
  return connectionOfPage(rows, page, () => notices.count(id, { isUnread }));
};
