/** Correcting one's own communication within its fifteen minutes (F42). */
import { accept, canSee, decideEdit, isOwnCommunication, mayWriteNote, type Result } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { teamIdsOf } from "../../teams/module.js";
import type { TimelineRow } from "../storage/request.store.js";
import { requestStore } from "../storage/request-writes.js";
import type { UpdateCommunicationInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for what somebody else wrote */
export const updateCommunication = async (
  context: RequestContext,
  input: UpdateCommunicationInput,
): Promise<Result<{ entry: TimelineRow | null }>> => {
  const entryId = idOf("evt", input.entryId);
  const edited = await context.db.transaction("updateCommunication", (tx) => edit(context, tx, entryId, input.text));
  if (!edited.ok) return edited;
  const entry = await context.db.read.of(requestStore).entryById(entryId);
  return accept({ entry: entry === null ? null : authorise(context, entry) });
};

const edit = async (
  context: RequestContext,
  tx: WriteStores,
  entryId: string,
  text: string,
): Promise<Result<string>> => {
  const account = accountOf(context);
  const at = context.clock.now();
  const entry = await visibleEntry(context, tx, entryId);
  if (!isOwnCommunication(account, entry)) throw new RequestError("FORBIDDEN");
  const decided = decideEdit(entry, text, at);
  if (!decided.ok) return tx.abort(decided);
  await tx.of(requestStore).editEntry(entryId, decided.value, at);
  if (!entry.isInternal) await tx.of(requestStore).update(entry.requestId, { updatedAt: at });
  await tx.of(auditStore).append({
    actorId: account.id,
    action: "request.editCommunication",
    objectId: entry.requestId,
    details: { entryId },
    at,
  });
  return decided;
};

/** What one may not see does not exist; a note exists for engineers alone. @throws RequestError NOT_FOUND */
const visibleEntry = async (context: RequestContext, tx: WriteStores, entryId: string): Promise<TimelineRow> => {
  const account = accountOf(context);
  const entry = await tx.of(requestStore).entryById(entryId);
  const request = entry === null ? null : await tx.of(requestStore).byIdForChange(entry.requestId);
  if (entry === null || request === null) throw new RequestError("NOT_FOUND");
  const contacts = await tx.of(requestStore).contactsOf([request.id]);
  const isSeen = entry.isInternal
    ? mayWriteNote(account, request, teamIdsOf(context, account))
    : canSee(account, request, contacts);
  if (!isSeen) throw new RequestError("NOT_FOUND");
  return entry;
};
