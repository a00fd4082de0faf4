/** Writing in a request: a reply, or a note inside support; what it does to the status; the first response (R91, F42, F48). */
import { accept, decideCommunication, mayWriteNote, type Result } from "@accord/domain";
import type { RequestContext } from "../../context.js";
import { RequestError } from "../../graphql/request-error.js";
import type { RequestDetail, TimelineRow } from "../../storage/index.js";
import { actOnRequest, type Deed, type DeedEntry, type HeldRequest } from "../requests/act-on-request.js";
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
  const done = await actOnRequest(
    context,
    { operation: "addCommunication", action: "request.communicate" },
    input,
    (held) => communicate(held, input),
  );
  if (!done.ok) return done;
  const [entryId = ""] = done.value.entryIds;
  return accept({ entry: await context.db.read.requests.entryById(entryId), request: done.value.request });
};

const communicate = (held: HeldRequest, input: AddCommunicationInput): Result<Deed> => {
  const { request, party, at } = held;
  const isInternal = input.isInternal ?? false;
  const markAs = input.markAs ?? null;
  assertMayWrite(held, isInternal, markAs !== null);
  const decided = decideCommunication({
    request,
    by: party ?? "ENGINEER",
    text: input.text,
    isInternal,
    markAs,
  });
  if (!decided.ok) return decided;
  const { kind, status, isFirstResponse } = decided.value;
  const written: DeedEntry = { kind, text: input.text, isInternal };
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

/** @throws RequestError FORBIDDEN */
const assertMayWrite = (held: HeldRequest, isInternal: boolean, isMoving: boolean): void => {
  if (isInternal && !mayWriteNote(held.account, held.request, [])) throw new RequestError("FORBIDDEN");
  if (isMoving && held.party !== "ENGINEER") throw new RequestError("FORBIDDEN");
};
