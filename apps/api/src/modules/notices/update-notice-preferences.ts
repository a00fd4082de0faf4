/** Choosing which notices come by mail as well (F72). */
import { accept, decideMailOn, type NoticeKind, type Result } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { UpdateNoticePreferencesInput } from "./notices.types.js";
import { noticeStore } from "./storage/notice.store.js";

export const updateNoticePreferences = async (
  context: RequestContext,
  { mailOn }: UpdateNoticePreferencesInput,
): Promise<Result<{ noticePreferences: { mailOn: readonly NoticeKind[] } }>> => {
  const decided = decideMailOn(mailOn);
  if (!decided.ok) return decided;
  const { id } = accountOf(context);
  const at = context.clock.now();
  await context.db.transaction("set notice preferences", async (tx) => {
    await tx.of(noticeStore).saveMailOn(id, decided.value, at);
    const details = { mailOn: decided.value };
    await tx.of(auditStore).append({ actorId: id, action: "account.noticePreferences", objectId: id, details, at });
  });
  return accept({ noticePreferences: { mailOn: decided.value } });
};
