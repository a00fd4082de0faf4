/** A file is announced before it is sent: where it may go, whether it may be sent, under which name (R7, R92, F47; contract.md, Limits). */
import {
  type Account,
  type Attachment,
  accept,
  actionsFor,
  canSee,
  decideUpload,
  declaredTypeOf,
  displayNameOf,
  type EpochMs,
  HOUR,
  type Result,
  refuse,
  UPLOAD_KEPT_FOR_MS,
} from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import { type Database, newId, type WriteStores } from "../../../kernel/db/index.js";
import { type IdempotentCommand, once } from "../../../kernel/graphql/idempotency.js";
import { isIdOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import { draftStore } from "../../drafts/module.js";
import { type AttachmentOwner, attachmentStore } from "../../files/module.js";
import { requestStore } from "../storage/request-writes.js";

export interface AskedUpload {
  readonly owner: AttachmentOwner;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

export interface UploadContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** The id of the upload, written down once under the key of `command`; its bytes may come. @throws RequestError NOT_FOUND, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED */
export const beginUpload = (
  context: UploadContext,
  account: Account,
  asked: AskedUpload,
  command: IdempotentCommand | null = null,
): Promise<Result<string>> =>
  context.db.transaction("begin upload", async (tx): Promise<Result<string>> => {
    const write = async (): Promise<string> => {
      const written = await writeDown(context, tx, account, asked);
      return written.ok ? written.value : tx.abort(written);
    };
    return accept(command === null ? await write() : await once(tx, command, write));
  });

const writeDown = async (
  { clock, limits }: UploadContext,
  tx: WriteStores,
  account: Account,
  asked: AskedUpload,
): Promise<Result<string>> => {
  const at = clock.now();
  const place = await placeOf(tx, account, asked.owner, at);
  if (!place.ok) return place;
  const decided = decideUpload(asked.size, await tx.of(attachmentStore).usage(asked.owner), limits);
  if (!decided.ok) return decided;
  const counted = await tx.of(rateCounterStore).consume(`upload:${account.id}`, 1, limits.uploadsPerHour, HOUR, at);
  if (!counted.allowed) throw new RequestError("RATE_LIMITED", { retryAfterMs: counted.retryAfterMs });
  const id = newId("att", at);
  await tx.of(attachmentStore).create({
    id,
    ...place.value,
    uploaderId: account.id,
    name: displayNameOf(asked.name),
    size: asked.size,
    declaredType: declaredTypeOf(asked.mediaType),
    createdAt: at,
    expiresAt: at + UPLOAD_KEPT_FOR_MS,
  });
  return accept(id);
};

/** A draft of one's own, or a request one may add files to. */
const placeOf = async (
  tx: WriteStores,
  account: Account,
  owner: AttachmentOwner,
  at: EpochMs,
): Promise<Result<Pick<Attachment, "requestId" | "draftId">>> => {
  if ("draftId" in owner) {
    const draft = isIdOf("drf", owner.draftId) ? await tx.of(draftStore).byId(owner.draftId) : null;
    if (draft === null || draft.accountId !== account.id || at >= draft.expiresAt)
      throw new RequestError("NOT_FOUND", { id: owner.draftId });
    return accept({ requestId: null, draftId: draft.id });
  }
  const request = isIdOf("req", owner.requestId) ? await tx.of(requestStore).byIdForChange(owner.requestId) : null;
  const contacts = request === null ? [] : await tx.of(requestStore).contactsOf([request.id]);
  if (request === null || !canSee(account, request, contacts))
    throw new RequestError("NOT_FOUND", { id: owner.requestId });
  if (!actionsFor(account, request, contacts, at).attach) return refuse("REQUEST_CLOSED");
  return accept({ requestId: request.id, draftId: null });
};
