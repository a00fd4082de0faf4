/** What the sender does with outgoing messages: claims them under a lease, sends, holds, gives up. Every verb guards itself. */
import type { EpochMs } from "@accord/domain";
import { first, type Sql } from "../db/sql.js";
import { type StoreKey, writesOnly } from "../db/storage-part.js";
import type { WriteContext } from "../db/store-context.js";
import {
  GOING,
  type MessageFamily,
  type OutboxMessage,
  readMessages,
  type UnsentReason,
  WAITING,
} from "./outbox.store.js";

export interface Claim {
  readonly family: MessageFamily;
  /** Whose lease it is: one name a process and start. */
  readonly owner: string;
  readonly at: EpochMs;
  readonly leaseMs: number;
  readonly first: number;
}

export interface Admission {
  readonly id: string;
  /** Keyed hash of the address. */
  readonly recipientHash: string;
  readonly at: EpochMs;
  /** Mails to one address within the window, null for no limit. */
  readonly limit: number | null;
  readonly windowMs: number;
}

export interface OutboxWorkWrites {
  /** Messages due at `at` that nobody else holds, oldest first; theirs is the lease until it ends or the message is settled. */
  claim(claim: Claim): Promise<OutboxMessage[]>;
  /** The message is done. False when the lease was lost and somebody else has finished it. */
  finish(id: string, end: { readonly at: EpochMs; readonly unsentBecause: UnsentReason | null }): Promise<boolean>;
  /** It failed and is tried again at `availableAt`. */
  retryAt(
    id: string,
    failure: { readonly availableAt: EpochMs; readonly at: EpochMs; readonly error: string },
  ): Promise<void>;
  /** It waits until `availableAt` though nothing failed. */
  hold(id: string, availableAt: EpochMs, recipientHash: string): Promise<void>;
  /** It is given up on and stays for an administrator to see. */
  giveUp(id: string, failure: { readonly at: EpochMs; readonly error: string }): Promise<void>;
  /** Counts the mail towards its recipient's limit: null when it may go now, else when the next one may. */
  admit(admission: Admission): Promise<EpochMs | null>;
  /** Whether a later notice about the same request waits for the same recipient: then this one need not go. */
  isSuperseded(message: Pick<OutboxMessage, "id" | "kind" | "payload">, recipientHash: string): Promise<boolean>;
  /** What waits now goes only once it is let go; returns how many. */
  holdAll(at: EpochMs): Promise<number>;
  /** What is held goes now, or is given up on; returns how many. */
  release(end: { readonly at: EpochMs; readonly isDropped: boolean }): Promise<number>;
  /** False when it is unknown or was sent back before. */
  markBounced(id: string, at: EpochMs): Promise<boolean>;
}

const NO_LEASE = "lease_owner = NULL, lease_until = NULL";
/** What people wait for themselves is never replaced by something later. */
const LASTING = ["mail.confirmation", "mail.invitation", "mail.confirm-address", "mail.unreadable"];
const IN_LASTING = `(${LASTING.map((kind) => `'${kind}'`).join(", ")})`;

export const createOutboxWorkWrites = (context: WriteContext): OutboxWorkWrites => {
  const { sql } = context;
  return {
    claim: (claim) => claimDue(context, claim),
    finish: async (id, { at, unsentBecause }) =>
      (await sql.run(
        `UPDATE outbox SET sent_at = ?, unsent_because = ?, last_error = NULL, ${NO_LEASE} WHERE id = ? AND ${WAITING}`,
        [at, unsentBecause, id],
      )) === 1,
    retryAt: async (id, { availableAt, at, error }) => {
      await sql.run(
        `UPDATE outbox SET available_at = ?, attempts = attempts + 1, last_error = ?, first_failed_at = coalesce(first_failed_at, ?),
         ${NO_LEASE} WHERE id = ? AND ${WAITING}`,
        [availableAt, error, at, id],
      );
    },
    hold: async (id, availableAt, recipientHash) => {
      await sql.run(
        `UPDATE outbox SET available_at = ?, recipient_hash = ?, admitted_at = NULL, ${NO_LEASE} WHERE id = ? AND ${WAITING}`,
        [availableAt, recipientHash, id],
      );
    },
    giveUp: async (id, { at, error }) => {
      await sql.run(
        `UPDATE outbox SET dead_at = ?, attempts = attempts + 1, last_error = ?, first_failed_at = coalesce(first_failed_at, ?),
         ${NO_LEASE} WHERE id = ? AND ${WAITING}`,
        [at, error, at, id],
      );
    },
    admit: (admission) => admit(sql, admission),
    isSuperseded: async ({ id, kind, payload }, recipientHash) => {
      if (LASTING.includes(kind)) return false;
      const text = `SELECT 1 AS found FROM outbox WHERE recipient_hash = ? AND ${WAITING} AND id > ?
        AND kind NOT IN ${IN_LASTING} AND payload LIKE ? LIMIT 1`;
      const about = `%"requestId":"${String(payload.requestId)}"%`;
      return (await first(sql, text, [recipientHash, id, about])) !== null;
    },
    holdAll: (at) =>
      sql.run(`UPDATE outbox SET held_since = ?, ${NO_LEASE} WHERE ${WAITING} AND held_since IS NULL`, [at]),
    release: ({ at, isDropped }) =>
      isDropped
        ? sql.run(`UPDATE outbox SET dead_at = ?, last_error = ? WHERE ${WAITING} AND held_since IS NOT NULL`, [
            at,
            "dropped by an administrator after a restore",
          ])
        : sql.run(`UPDATE outbox SET held_since = NULL, available_at = ? WHERE ${WAITING} AND held_since IS NOT NULL`, [
            at,
          ]),
    markBounced: async (id, at) =>
      (await sql.run(`UPDATE outbox SET bounced_at = ? WHERE id = ? AND bounced_at IS NULL`, [at, id])) === 1,
  };
};

const claimDue = async (
  context: WriteContext,
  { family, owner, at, leaseMs, first: limit }: Claim,
): Promise<OutboxMessage[]> => {
  const free = `${GOING} AND available_at <= ? AND (lease_until IS NULL OR lease_until <= ?)`;
  const due = await readMessages(context, `WHERE ${free} AND kind LIKE ? ORDER BY available_at, id LIMIT ?`, [
    at,
    at,
    `${family}.%`,
    limit,
  ]);
  const claimed: OutboxMessage[] = [];
  for (const message of due) {
    const text = `UPDATE outbox SET lease_owner = ?, lease_until = ? WHERE id = ? AND ${free}`;
    if ((await context.sql.run(text, [owner, at + leaseMs, message.id, at, at])) === 1) claimed.push(message);
  }
  return claimed;
};

/** Counts what went to the address, or is about to, within the window: the sum slides, it does not start afresh on the hour. */
const admit = async (sql: Sql, { id, recipientHash, at, limit, windowMs }: Admission): Promise<EpochMs | null> => {
  // Processes ask one after the other for the same recipient; SQLite has one writer anyway.
  if (sql.dialect === "postgres") await sql.all(`SELECT pg_advisory_xact_lock(hashtext(?))`, [recipientHash]);
  const counted = `FROM outbox WHERE recipient_hash = ? AND id <> ? AND unsent_because IS NULL AND admitted_at IS NOT NULL
    AND coalesce(sent_at, admitted_at) > ?`;
  const found = await first<{ total: number; oldest: number | null }>(
    sql,
    `SELECT CAST(count(*) AS integer) AS total, CAST(min(coalesce(sent_at, admitted_at)) AS bigint) AS oldest ${counted}`,
    [recipientHash, id, at - windowMs],
  );
  const isFull = limit !== null && found !== null && found.total >= limit;
  const set = isFull ? "recipient_hash = ?, admitted_at = NULL" : "recipient_hash = ?, admitted_at = ?";
  await sql.run(`UPDATE outbox SET ${set} WHERE id = ?`, isFull ? [recipientHash, id] : [recipientHash, at, id]);
  return isFull ? (found?.oldest ?? at) + windowMs : null;
};

export const outboxWorkStore: StoreKey<object, OutboxWorkWrites> = writesOnly(createOutboxWorkWrites);
