/** One deed on a request in one unit: the request held, judged, changed; what happened, who did it, all or nothing. */
import {
  type Account,
  type AuditAction,
  accept,
  type Channel,
  type EpochMs,
  type Party,
  partyOf,
  type RequestContact,
  type Result,
  type TimelineKind,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, assertInTime, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { deadlineAfter } from "./deadline-after.js";
import type { RequestChanges, RequestDetail, TimelineEntry } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";
import { freshRequest } from "./visible-request.js";

export interface RequestInput {
  readonly requestId: string;
  readonly idempotencyKey?: string | null;
}

/** What a deed is judged on. */
export interface HeldRequest {
  readonly tx: WriteStores;
  readonly account: Account;
  readonly request: RequestDetail;
  readonly contacts: readonly RequestContact[];
  /** For whom the account acts here; null: it sees the request in no part of its own. */
  readonly party: Party | null;
  readonly at: EpochMs;
}

/** An entry as a deed names it: who, when and where from are the same for all of them. */
export type CommandEntry = Partial<Pick<TimelineEntry, "text" | "status" | "params" | "isInternal">> & {
  readonly kind: TimelineKind;
};

export interface RequestCommand {
  /** Null: nobody but support learns of it, and the row stays as it is. */
  readonly changes: Omit<RequestChanges, "updatedAt"> | null;
  readonly entries: readonly CommandEntry[];
  /** Ids and codes for the audit. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What belongs to it, with the ids of its entries. */
  readonly also?: (entryIds: readonly string[]) => Promise<void>;
}

export interface CommandName {
  /** The mutation. */
  readonly operation: string;
  /** As the audit names it. */
  readonly action: AuditAction;
  /** Who may see the request for this; left out: its contacts and its engineer. */
  readonly maySee?: (held: HeldRequest) => boolean;
}

export interface Done {
  readonly entryIds: readonly string[];
  readonly request: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED, UNAVAILABLE */
export const runRequestCommand = async <Input extends RequestInput>(
  context: RequestContext,
  name: CommandName,
  input: Input,
  decide: (held: HeldRequest) => Result<RequestCommand> | Promise<Result<RequestCommand>>,
): Promise<Result<Done>> => {
  const requestId = idOf("req", input.requestId);
  const done = await context.db.transaction(name.operation, async (tx): Promise<Result<readonly string[]>> => {
    const command = commandOf(context, name.operation, input);
    return accept(await once(tx, command, () => act(context, tx, name, requestId, decide)));
  });
  return done.ok ? accept({ entryIds: done.value, request: await freshRequest(context, requestId) }) : done;
};

/** Ids of the entries; a refused deed ends the unit with its refusals. */
const act = async (
  context: RequestContext,
  tx: WriteStores,
  name: CommandName,
  requestId: string,
  decide: (held: HeldRequest) => Result<RequestCommand> | Promise<Result<RequestCommand>>,
): Promise<readonly string[]> => {
  assertInTime(context);
  const held = await hold(context, tx, requestId);
  if (!(name.maySee?.(held) ?? held.party !== null)) throw new RequestError("NOT_FOUND", { id: requestId });
  const decided = await decide(held);
  if (!decided.ok) return tx.abort(decided);
  const { changes, entries, details = {}, also } = decided.value;
  const { account, at } = held;
  const rows = entries.map((entry) => rowOf(context, held, entry));
  const entryIds = rows.map((row) => row.id);
  if (changes !== null) {
    const deadline = await deadlineAfter(tx, context.catalogue, held.request, changes, at);
    await tx.of(requestStore).update(requestId, { ...deadline, ...changes, updatedAt: at });
  }
  await tx.of(requestStore).addEvents(rows);
  await also?.(entryIds);
  await tx.of(auditStore).append({
    actorId: account.id,
    action: name.action,
    objectId: requestId,
    details: { ...details, entryIds },
    at,
  });
  return entryIds;
};

const hold = async (context: RequestContext, tx: WriteStores, requestId: string): Promise<HeldRequest> => {
  const account = accountOf(context);
  const request = await tx.of(requestStore).byIdForChange(requestId);
  if (request === null) throw new RequestError("NOT_FOUND", { id: requestId });
  const contacts = await tx.of(requestStore).contactsOf([requestId]);
  // The clock, not the start of the request: it may have waited for its turn.
  return { tx, account, request, contacts, party: partyOf(account, request, contacts), at: context.clock.now() };
};

const rowOf = (
  context: RequestContext,
  { account, request, party, at }: HeldRequest,
  entry: CommandEntry,
): TimelineEntry => ({
  id: newId("evt", at),
  requestId: request.id,
  actorId: account.id,
  isFromSupport: party !== "CUSTOMER",
  isInternal: false,
  text: null,
  status: null,
  at,
  channel: channelOf(context),
  ...entry,
});

const channelOf = ({ principal }: RequestContext): Channel => (principal.kind === "token" ? "API" : "PORTAL");

/** Only contacts may do this. @throws RequestError FORBIDDEN */
export const assertCustomer = ({ party }: HeldRequest): void => {
  if (party !== "CUSTOMER") throw new RequestError("FORBIDDEN");
};
