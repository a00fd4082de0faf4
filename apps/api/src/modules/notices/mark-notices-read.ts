/** Marking one's own notices as read (P12). */
import { accept, type Result, refuse } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import type { MarkNoticesReadInput } from "./notices.types.js";
import { noticeStore } from "./storage/notice.store.js";

/** @throws RequestError NOT_FOUND for an id that is not a notice of this account */
export const markNoticesRead = async (
  context: RequestContext,
  { ids, isAll }: MarkNoticesReadInput,
): Promise<Result<{ unreadNoticeCount: number }>> => {
  const { id } = accountOf(context);
  const wanted = [...new Set((ids ?? []).map((noticeId) => idOf("ntc", noticeId)))];
  if (isAll !== true && wanted.length === 0) return refuse("INPUT_REQUIRED", ["ids"]);
  return context.db.transaction("mark notices read", async (tx) => {
    if ((await tx.of(noticeStore).countOwn(id, wanted)) !== wanted.length) throw new RequestError("NOT_FOUND");
    await tx.of(noticeStore).markRead(id, isAll === true ? null : wanted, context.clock.now());
    return accept({ unreadNoticeCount: await tx.of(noticeStore).count(id, { isUnread: true }) });
  });
};
