/** Outgoing messages, written in the unit of the change they tell of. Payloads hold ids, never free text. */

import type { EpochMs } from "@accord/domain";
import { newId } from "../db/ids.js";
import type { Page, PageRequest } from "../db/page.js";
import { pageOf } from "../db/page.js";
import { combine, computeFlags, omit, pick, type RowIn } from "../db/row-shape.js";
import { insertLater, insertRow, selectRows } from "../db/rows.js";
import { asList, first as firstRow, isInList, type SqlValue } from "../db/sql.js";
import type { StoreKey } from "../db/storage-part.js";
import type { StoreContext, WriteContext } from "../db/store-context.js";
import { outboxTable } from "./outbox.table.js";

/** Kind of the one confirmation every request has (V4); its payload is `{ requestId, contactId }`. */
export const CONFIRMATION_KIND = "request.confirmation";
export const confirmationKey = (requestId: string): string => `${CONFIRMATION_KIND}:${requestId}`;

/** The mail with a one-time link; its payload is `{ invitationId }`. */
export const INVITATION_KIND = "mail.invitation";
export const invitationKey = (invitationId: string): string => `${INVITATION_KIND}:${invitationId}`;

/** Something happened to a request; its payload is `{ requestId, entryId }`. */
export const ACTIVITY_KIND = "request.activity";
export const activityKey = (entryId: string): string => `activity:${entryId}`;

/** Somebody asked for access by number; its payload is `{ askId }`, and nobody need have that number. */
export const ACCESS_ASK_KIND = "request.access-ask";

/** Messages of what happened, told on as notices and mails; and mails, one to one address each. */
export type MessageFamily = "request" | "mail";

export type OutboxMessage = RowIn<typeof MESSAGE>;

/** Why a finished message never left: no mail server set, nobody there any more, a later one says more. */
export type UnsentReason = NonNullable<OutboxMessage["unsentBecause"]>;

export interface OutboxReads {
  /** Newest first; `kind` narrows, `mail.` and the like to all kinds that begin so. */
  list(page: PageRequest, kind?: string): Promise<Page<OutboxMessage>>;
  byId(id: string): Promise<OutboxMessage | null>;
  /** Until when messages wait for their turn because of a limit, by dedupe key; the others are not told. */
  heldUntil(dedupeKeys: readonly string[]): Promise<ReadonlyMap<string, EpochMs>>;
  /** Given up on, latest first. */
  dead(first: number): Promise<OutboxMessage[]>;
  /** Whether anything of the family waits at `at`, leased or not. */
  isDue(family: MessageFamily, at: EpochMs): Promise<boolean>;
  /** Those that wait for an administrator since a restore. */
  countHeld(): Promise<number>;
  /** Neither finished nor given up on, for metrics. */
  countWaiting(): Promise<number>;
}

export interface NewMessage {
  readonly dedupeKey: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
}

export interface OutboxWrites extends OutboxReads {
  /** False when the dedupe key is there already. */
  add(message: NewMessage): Promise<boolean>;
  /** The same without the answer, written together with the unit's other rows (hot path W3). */
  post(message: NewMessage): void;
}

const MESSAGE = combine(
  omit(outboxTable, ["leaseOwner", "leaseUntil", "recipientHash", "admittedAt"]),
  // It waits for its turn because of a limit.
  computeFlags({ isHeld: "CASE WHEN recipient_hash IS NOT NULL AND admitted_at IS NULL THEN 1 ELSE 0 END" }),
);
export const NEW_MESSAGE = pick(outboxTable, ["id", "dedupeKey", "kind", "payload", "availableAt", "attempts"]);

export const readMessages = (
  { sql }: StoreContext,
  rest: string,
  params: readonly SqlValue[],
): Promise<OutboxMessage[]> => selectRows(sql, MESSAGE, `FROM outbox ${rest}`, params);

export const WAITING = "sent_at IS NULL AND dead_at IS NULL";
/** And nobody holds it back. */
export const GOING = `${WAITING} AND held_since IS NULL`;

export const createOutboxReads = (context: StoreContext): OutboxReads => ({
  list: async ({ first, after }, kind) => {
    const narrowed = kind === undefined ? "" : kind.endsWith(".") ? " AND kind LIKE ?" : " AND kind = ?";
    const params = [after ?? "~", ...(kind === undefined ? [] : [kind.endsWith(".") ? `${kind}%` : kind]), first + 1];
    return pageOf(await readMessages(context, `WHERE id < ?${narrowed} ORDER BY id DESC LIMIT ?`, params), first);
  },
  dead: (first) => readMessages(context, "WHERE dead_at IS NOT NULL ORDER BY dead_at DESC, id DESC LIMIT ?", [first]),
  heldUntil: async (dedupeKeys) => {
    const rest = `WHERE ${isInList(context.sql.dialect, "dedupe_key")} AND ${WAITING}`;
    const waiting = await readMessages(context, rest, [asList(dedupeKeys)]);
    return new Map(waiting.filter(({ isHeld }) => isHeld).map((one) => [one.dedupeKey, one.availableAt]));
  },
  byId: async (id) => (await readMessages(context, "WHERE id = ?", [id]))[0] ?? null,
  isDue: async (family, at) => {
    const text = `SELECT 1 AS found FROM outbox WHERE ${GOING} AND available_at <= ? AND kind LIKE ? LIMIT 1`;
    return (await firstRow(context.sql, text, [at, `${family}.%`])) !== null;
  },
  countHeld: () => countIn(context, `${WAITING} AND held_since IS NOT NULL`),
  countWaiting: () => countIn(context, WAITING),
});

const countIn = async ({ sql }: StoreContext, where: string): Promise<number> =>
  (await firstRow<{ many: number }>(sql, `SELECT count(*) AS many FROM outbox WHERE ${where}`, []))?.many ?? 0;

export const createOutboxWrites = (context: WriteContext): OutboxWrites => ({
  ...createOutboxReads(context),
  add: async (message) =>
    (await insertRow(context.sql, NEW_MESSAGE, newMessageRow(message), "ON CONFLICT DO NOTHING")) === 1,
  post: (message) => insertLater(context.sql, NEW_MESSAGE, [newMessageRow(message)], "ON CONFLICT DO NOTHING"),
});

/** A message as it is first written. */
export const newMessageRow = ({ dedupeKey, kind, payload, at }: NewMessage): RowIn<typeof NEW_MESSAGE> => ({
  id: newId("msg", at),
  dedupeKey,
  kind,
  payload,
  availableAt: at,
  attempts: 0,
});

export const outboxStore: StoreKey<OutboxReads, OutboxWrites> = {
  reads: createOutboxReads,
  writes: createOutboxWrites,
};
