/** Views of the queue and replies that engineers keep for themselves; what the whole desk uses, leads keep (F41, F54). */
import {
  accept,
  decideCannedReply,
  decideView,
  isLead,
  type QueueFilter,
  type Result,
  refuse,
  renderReply,
  VIEW_LIMIT,
} from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { findRequest } from "../requests/module.js";
import { filterOf } from "./list-queue.js";
import { replyValues } from "./reply-values.js";
import type { CannedReply } from "./storage/canned-reply.table.js";
import { type StoredView, workspaceStore } from "./storage/workspace.store.js";
import type { SaveCannedReplyInput, SaveViewInput } from "./workspace.inputs.js";
import { itemOf, workspaceAccount } from "./workspace-viewer.js";

/** Another content under its id, or a new view; one of the same name gives way. @throws RequestError FORBIDDEN, NOT_FOUND */
export const saveView = async (
  context: RequestContext,
  input: SaveViewInput,
): Promise<Result<{ view: StoredView }>> => {
  const account = workspaceAccount(context);
  const decided = decideView(input.name, input.search ?? null);
  if (!decided.ok) return decided;
  const at = context.clock.now();
  const filter: QueueFilter = filterOf(input.filter ?? null);
  const known = input.id === null || input.id === undefined ? null : idOf("vue", input.id);
  const command = commandOf(context, "saveView", input);
  const keep = async (tx: WriteStores): Promise<StoredView> => {
    const views = await tx.of(workspaceStore).views(account.id);
    if (known !== null && !views.some((view) => view.id === known)) throw new RequestError("NOT_FOUND", { id: known });
    const id = known ?? views.find((view) => view.name === decided.value.name)?.id ?? newId("vue", at);
    if (views.length >= VIEW_LIMIT && !views.some((view) => view.id === id))
      return tx.abort(refuse("INPUT_TOO_LONG", ["name"], { max: VIEW_LIMIT }));
    const view: StoredView = { id, accountId: account.id, filter, ...decided.value, updatedAt: at };
    await tx.of(workspaceStore).saveView(view, at);
    return view;
  };
  return context.db.transaction("save view", async (tx): Promise<Result<{ view: StoredView }>> => {
    return accept({ view: await once(tx, command, () => keep(tx)) });
  });
};

/** @throws RequestError FORBIDDEN, NOT_FOUND */
export const removeView = async (context: RequestContext, id: string): Promise<{ removedViewId: string }> => {
  const account = workspaceAccount(context);
  const viewId = idOf("vue", id);
  const isRemoved = await context.db.transaction("remove view", (tx) =>
    tx.of(workspaceStore).removeView(viewId, account.id),
  );
  if (!isRemoved) throw new RequestError("NOT_FOUND");
  return { removedViewId: viewId };
};

/** @throws RequestError FORBIDDEN for the desk's replies unless a lead, NOT_FOUND */
export const saveCannedReply = async (
  context: RequestContext,
  input: SaveCannedReplyInput,
): Promise<Result<{ reply: CannedReply }>> => {
  const account = workspaceAccount(context);
  const isShared = input.isShared ?? false;
  if (isShared && !isLead(account)) throw new RequestError("FORBIDDEN");
  const decided = decideCannedReply(input);
  if (!decided.ok) return decided;
  const { title, text, language } = decided.value;
  const at = context.clock.now();
  const id = input.id === null || input.id === undefined ? null : idOf("can", input.id);
  const command = commandOf(context, "saveCannedReply", input);
  const reply = await context.db.transaction("save canned reply", (tx) =>
    once(tx, command, async (): Promise<CannedReply> => {
      if (id !== null) assertKeeps(context, await tx.of(workspaceStore).replyById(id), id);
      const accountId = isShared ? null : account.id;
      const written = { id: id ?? newId("can", at), accountId, title, text, language, updatedAt: at };
      return tx.of(workspaceStore).saveReply(written);
    }),
  );
  return accept({ reply });
};

/** @throws RequestError FORBIDDEN, NOT_FOUND */
export const removeCannedReply = async (context: RequestContext, id: string): Promise<{ removedReplyId: string }> => {
  workspaceAccount(context);
  const replyId = idOf("can", id);
  await context.db.transaction("remove canned reply", async (tx) => {
    assertKeeps(context, await tx.of(workspaceStore).replyById(replyId), replyId);
    await tx.of(workspaceStore).removeReply(replyId);
  });
  return { removedReplyId: replyId };
};

/** A reply with its variables filled in for a request whose text this account may read. @throws RequestError FORBIDDEN, NOT_FOUND */
export const renderCannedReply = async (
  context: RequestContext,
  replyId: string,
  requestId: string,
): Promise<{ text: string; unknown: readonly string[] }> => {
  workspaceAccount(context);
  const reply = await context.db.read.of(workspaceStore).replyById(idOf("can", replyId));
  assertReads(context, reply, replyId);
  const request = await findRequest(context, requestId);
  const { sight } = itemOf(context, request);
  if (sight !== "CONTENT") throw new RequestError("FORBIDDEN");
  return renderReply(reply.text, await replyValues(context, request));
};

/** Another's is as one that does not exist. */
function assertReads(context: RequestContext, reply: CannedReply | null, id: string): asserts reply is CannedReply {
  if (reply === null || (reply.accountId !== null && reply.accountId !== accountOf(context).id))
    throw new RequestError("NOT_FOUND", { id });
}

const assertKeeps = (context: RequestContext, reply: CannedReply | null, id: string): void => {
  assertReads(context, reply, id);
  if (reply.accountId === null && !isLead(accountOf(context))) throw new RequestError("FORBIDDEN");
};
