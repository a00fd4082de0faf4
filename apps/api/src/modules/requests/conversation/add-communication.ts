/** Writing in a request: a reply, or a note inside support; what it does to the status; the first response (R91, F42, F48). */
import { accept, decideCommunication, mayWriteNote, type Result } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { teamIdsOf } from "../../teams/module.js";
import { sendAlong } from "../attachments/add-attachments.js";
import { chosenAttachments } from "../attachments/chosen-attachments.js";
import { type CommandEntry, type HeldRequest, type RequestCommand, runRequestCommand } from "../run-request-command.js";
import type { RequestDetail, TimelineRow } from "../storage/request.store.js";
import { requestStore } from "../storage/request-writes.js";
import type { AddCommunicationInput } from "./conversation.types.js";

export interface Communicated {
  readonly entry: TimelineRow | null;
  readonly request: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, FORBIDDEN for a customer's note or status, IDEMPOTENCY_KEY_REUSED */
export const addCommunication = async (
  context: RequestContext,
  input: AddCommunicationInput,
): Promise<Result<Communicated>> => {
  const isInternal = input.isInternal ?? false;
  const teamIds = teamIdsOf(context, accountOf(context));
  const mayNote = ({ account, request }: HeldRequest): boolean => mayWriteNote(account, request, teamIds);
  const maySee = (held: HeldRequest): boolean => held.party !== null || (isInternal && mayNote(held));
  const done = await runRequestCommand(
    context,
    { operation: "addCommunication", action: "request.communicate", maySee },
    input,
    async (held) => {
      if (isInternal && !mayNote(held)) throw new RequestError("FORBIDDEN");
      const chosen = await chosenAttachments(held, input.attachmentIds ?? []);
      if (!chosen.ok) return chosen;
      const deed = communicate(held, input);
      if (!deed.ok) return deed;
      return accept({ ...deed.value, also: ([entryId = ""]) => sendAlong(held, chosen.value, entryId) });
    },
  );
  if (!done.ok) return done;
  const [entryId = ""] = done.value.entryIds;
  const entry = await context.db.read.of(requestStore).entryById(entryId);
  // Whoever wrote it may read it again, an engineer of the routed team too.
  return accept({ entry: entry === null ? null : authorise(context, entry), request: done.value.request });
};

const communicate = (held: HeldRequest, input: AddCommunicationInput): Result<RequestCommand> => {
  const { request, party, at } = held;
  const isInternal = input.isInternal ?? false;
  const markAs = input.markAs ?? null;
  if (markAs !== null && party !== "ENGINEER") throw new RequestError("FORBIDDEN");
  const decided = decideCommunication({
    request,
    by: party ?? "ENGINEER",
    text: input.text,
    isInternal,
    markAs,
  });
  if (!decided.ok) return decided;
  const { kind, status, isFirstResponse } = decided.value;
  const written: CommandEntry = { kind, text: input.text, isInternal };
  const moved = status === null ? {} : { status };
  if (!isInternal)
    return accept({
      changes: { lastCommunicationAt: at, ...moved, ...(isFirstResponse ? { firstRespondedAt: at } : {}) },
      entries: [{ ...written, status }],
    });
  // The note stays inside; customers learn of the status alone.
  return accept({
    changes: status === null ? null : moved,
    entries: status === null ? [written] : [written, { kind: "STATUS_CHANGED", status }],
  });
};
