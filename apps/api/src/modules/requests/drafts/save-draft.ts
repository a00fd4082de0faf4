/** Keeping what was typed: whatever it is, as long as it can be stored; somebody else's save in between is told (F32, CHANGED_MEANWHILE). */
import {
  accept,
  DAY,
  type DraftContent,
  type EpochMs,
  type RequestDraft,
  type Result,
  refuse,
  refuseAll,
} from "@accord/domain";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { draftStore } from "../../drafts/module.js";
import { checkDraft } from "./check-draft.js";
import { type DraftInput, draftContentOf } from "./draft-content-of.js";

const KEPT_FOR = 30 * DAY;

export interface SaveDraftCommand {
  readonly draftId?: string | null;
  readonly revision?: number | null;
  readonly content: DraftInput;
  readonly idempotencyKey?: string | null;
}

/** Under its key a save is not done again: the answer is the draft as it is kept now. @throws RequestError NOT_FOUND for a draft this account does not have, IDEMPOTENCY_KEY_REUSED */
export const saveDraft = async (
  context: RequestContext,
  input: SaveDraftCommand,
): Promise<Result<{ draft: RequestDraft }>> => {
  const content = draftContentOf(input.content);
  const refusals = checkDraft(content);
  if (refusals.length > 0) return refuseAll(refusals);
  const at = context.clock.now();
  const { draftId } = input;
  return context.db.transaction("save draft", async (tx): Promise<Result<{ draft: RequestDraft }>> => {
    // The id alone: what was typed is kept in one place.
    const id = await once(tx, commandOf(context, "saveDraft", input), async () => {
      const saved =
        draftId === null || draftId === undefined
          ? await begin(context, tx, content, at)
          : await change(context, tx, { id: idOf("drf", draftId), revision: input.revision ?? 0, content, at });
      return saved.ok ? saved.value.id : tx.abort(saved);
    });
    return accept({ draft: await keptDraft(context, tx, id, at) });
  });
};

/** @throws RequestError NOT_FOUND */
const keptDraft = async (context: RequestContext, tx: WriteStores, id: string, at: EpochMs): Promise<RequestDraft> => {
  const known = await tx.of(draftStore).byId(id);
  if (known === null || known.accountId !== accountOf(context).id || at >= known.expiresAt)
    throw new RequestError("NOT_FOUND", { id });
  return known;
};

const begin = async (
  context: RequestContext,
  tx: WriteStores,
  content: DraftContent,
  at: EpochMs,
): Promise<Result<RequestDraft>> => {
  const { id: accountId } = accountOf(context);
  const limit = context.limits.draftsPerAccount;
  // Refused rather than making room: what somebody typed is never thrown away behind their back.
  if ((await tx.of(draftStore).countOfAccount(accountId, at)) >= limit)
    return refuse("DRAFT_LIMIT_REACHED", undefined, { limit });
  const draft: RequestDraft = {
    id: newId("drf", at),
    accountId,
    content,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    expiresAt: at + KEPT_FOR,
  };
  await tx.of(draftStore).save(draft, null);
  return accept(draft);
};

const change = async (
  context: RequestContext,
  tx: WriteStores,
  {
    id,
    revision,
    content,
    at,
  }: { readonly id: string; readonly revision: number; readonly content: DraftContent; readonly at: EpochMs },
): Promise<Result<RequestDraft>> => {
  const known = await keptDraft(context, tx, id, at);
  const draft: RequestDraft = { ...known, content, revision: revision + 1, updatedAt: at, expiresAt: at + KEPT_FOR };
  return (await tx.of(draftStore).save(draft, revision)) ? accept(draft) : refuse("CHANGED_MEANWHILE");
};
