/** What was bought for an unfinished request is its plan from now on (F24). */
import type { EpochMs, Purchase } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import { draftStore } from "../drafts/module.js";

/** A draft that is gone, or somebody else's, is let be: the plan is there all the same. */
export const chooseBoughtPlan = async (
  tx: WriteStores,
  { draftId, accountId }: Pick<Purchase, "draftId" | "accountId">,
  planId: string,
  at: EpochMs,
): Promise<void> => {
  const draft = draftId === null ? null : await tx.of(draftStore).byId(draftId);
  if (draft === null || draft.accountId !== accountId || at >= draft.expiresAt) return;
  const chosen = { ...draft, content: { ...draft.content, planId }, revision: draft.revision + 1, updatedAt: at };
  await tx.of(draftStore).save(chosen, draft.revision);
};
