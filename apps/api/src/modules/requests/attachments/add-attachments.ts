/** Sending files with a request without a text: one entry for all of them (R92, R7 on the confirmation page). */
import { accept, isOpen, type Result, refuse } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { attachmentStore } from "../../files/module.js";
import { type HeldRequest, type RequestCommand, runRequestCommand } from "../run-request-command.js";
import type { RequestDetail, TimelineRow } from "../storage/request.store.js";
import { requestStore } from "../storage/request-writes.js";
import type { AddAttachmentsInput } from "./attachment.types.js";
import { chosenAttachments } from "./chosen-attachments.js";

export interface AddedAttachments {
  readonly entry: TimelineRow | null;
  readonly request: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED */
export const addAttachments = async (
  context: RequestContext,
  input: AddAttachmentsInput,
): Promise<Result<AddedAttachments>> => {
  const done = await runRequestCommand(
    context,
    { operation: "addAttachments", action: "request.attach" },
    input,
    (held) => attach(held, input.attachmentIds),
  );
  if (!done.ok) return done;
  const [entryId = ""] = done.value.entryIds;
  return accept({ entry: await context.db.read.of(requestStore).entryById(entryId), request: done.value.request });
};

const attach = async (held: HeldRequest, given: readonly string[]): Promise<Result<RequestCommand>> => {
  if (!isOpen(held.request)) return refuse("REQUEST_CLOSED");
  const chosen = await chosenAttachments(held, given);
  if (!chosen.ok) return chosen;
  const [first] = chosen.value;
  if (first === undefined) return refuse("INPUT_REQUIRED", ["attachmentIds"]);
  const name = (await held.tx.of(attachmentStore).byId(first))?.name;
  const params = { attachmentId: first, ...(name === undefined || chosen.value.length > 1 ? {} : { name }) };
  return accept({
    changes: { lastCommunicationAt: held.at },
    entries: [{ kind: "ATTACHMENT_ADDED", params }],
    details: { attachmentIds: chosen.value },
    also: ([entryId = ""]) => sendAlong(held, chosen.value, entryId),
  });
};

/** Binds files that were judged in this unit to the entry they are sent with. */
export const sendAlong = async (held: HeldRequest, ids: readonly string[], entryId: string): Promise<void> => {
  if (ids.length === 0) return;
  const bound = await held.tx.of(attachmentStore).bindToEntry(ids, held.request.id, entryId, held.account.id);
  if (bound !== ids.length) throw new Error("a file changed within the unit that sends it");
};
