/** "This is a message": an automatic reply that a person wrote counts from now on, as if it had come as one (F50, F48). */
import { accept, decideMarkAsMessage, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { type HeldRequest, type RequestCommand, runRequestCommand } from "../run-request-command.js";
import type { RequestDetail, TimelineRow } from "../storage/request.store.js";
import { requestStore } from "../storage/request-writes.js";
import type { MarkAsMessageInput } from "./conversation.types.js";

export interface Marked {
  readonly entry: TimelineRow | null;
  readonly request: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED */
export const markAsMessage = async (context: RequestContext, input: MarkAsMessageInput): Promise<Result<Marked>> => {
  const entryId = idOf("evt", input.entryId);
  const entry = await context.db.read.of(requestStore).entryById(entryId);
  if (entry === null || entry.isInternal) throw new RequestError("NOT_FOUND");
  const done = await runRequestCommand(
    context,
    { operation: "markAsMessage", action: "request.markAsMessage" },
    { ...input, requestId: entry.requestId },
    (held) => mark(held, entryId),
  );
  if (!done.ok) return done;
  return accept({ entry: await context.db.read.of(requestStore).entryById(entryId), request: done.value.request });
};

const mark = async ({ tx, request, at }: HeldRequest, entryId: string): Promise<Result<RequestCommand>> => {
  const entry = await tx.of(requestStore).entryById(entryId);
  if (entry === null) throw new RequestError("NOT_FOUND");
  const decided = decideMarkAsMessage(entry, request);
  if (!decided.ok) return decided;
  const { status } = decided.value;
  return accept({
    changes: { lastCommunicationAt: at, ...(status === null ? {} : { status }) },
    entries: [{ kind: "MARKED_AS_MESSAGE", status, params: { name: entry.params?.name ?? entry.actorName ?? "" } }],
    details: { entryId },
    also: async () => {
      await tx.of(requestStore).markAsMessage(entryId);
    },
  });
};
