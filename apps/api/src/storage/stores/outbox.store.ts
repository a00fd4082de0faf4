/** Outgoing messages, written in the unit of the change they tell of (reliability.md, 5.5). Payloads hold ids, never free text. */
import type { EpochMs } from "@accord/domain";
import { LessThan } from "typeorm";
import { newId } from "../ids.js";
import type { Page, PageRequest } from "../page.js";
import { pageOf } from "../page.js";
import type { StoreContext, WriteContext } from "../store-context.js";
import { outboxTable } from "../tables/outbox.table.js";

/** Kind of the one confirmation every request has (V4); its payload is `{ requestId, contactId }`. */
export const CONFIRMATION_KIND = "request.confirmation";
export const confirmationKey = (requestId: string): string => `${CONFIRMATION_KIND}:${requestId}`;

/** Something happened to a request; its payload is `{ requestId, entryId }`. */
export const ACTIVITY_KIND = "request.activity";
export const activityKey = (entryId: string): string => `activity:${entryId}`;

export interface OutboxMessage {
  /** `msg_…` */
  readonly id: string;
  readonly dedupeKey: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly availableAt: EpochMs;
  readonly attempts: number;
  readonly sentAt: EpochMs | null;
}

export interface OutboxReads {
  /** Newest first; `kind` narrows. */
  list(page: PageRequest, kind?: string): Promise<Page<OutboxMessage>>;
}

export interface OutboxWrites extends OutboxReads {
  /** False when the dedupe key is there already. */
  add(message: {
    readonly dedupeKey: string;
    readonly kind: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly at: EpochMs;
  }): Promise<boolean>;
}

export const createOutboxReads = (context: StoreContext): OutboxReads => ({
  list: async ({ first, after }, kind) => {
    const where = { ...(kind === undefined ? {} : { kind }), ...(after === null ? {} : { id: LessThan(after) }) };
    const rows = await context.manager().find(outboxTable, { where, order: { id: "DESC" }, take: first + 1 });
    return pageOf(
      rows.map(({ id, dedupeKey, kind, payload, availableAt, attempts, sentAt }) => ({
        id,
        dedupeKey,
        kind,
        payload,
        availableAt,
        attempts,
        sentAt,
      })),
      first,
    );
  },
});

export const createOutboxWrites = (context: WriteContext): OutboxWrites => ({
  ...createOutboxReads(context),
  add: async ({ dedupeKey, kind, payload, at }) =>
    (await context.sql.run(
      `INSERT INTO outbox (id, dedupe_key, kind, payload, available_at, attempts) VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING`,
      [newId("msg", at), dedupeKey, kind, JSON.stringify(payload), at],
    )) === 1,
});
