/** Messages to be sent, at least once, each under its dedupe key. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, document, instant, key, orNull, text } from "../db/columns.js";

export interface OutboxRow {
  readonly id: string;
  readonly dedupeKey: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly availableAt: EpochMs;
  readonly attempts: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: EpochMs | null;
  readonly sentAt: EpochMs | null;
  /** What the mail server, or the program, last said; without addresses. */
  readonly lastError: string | null;
  readonly firstFailedAt: EpochMs | null;
  /** Given up on. */
  readonly deadAt: EpochMs | null;
  /** The address sent it back. */
  readonly bouncedAt: EpochMs | null;
  /** Why a finished message never left. */
  readonly unsentBecause: string | null;
  /** Keyed hash of the address, so that mails can be counted without keeping addresses. */
  readonly recipientHash: string | null;
  readonly admittedAt: EpochMs | null;
}

export const outboxTable = new EntitySchema<OutboxRow>({
  name: "outbox",
  columns: {
    id: key("id"),
    dedupeKey: text("dedupe_key"),
    kind: text("kind"),
    payload: document("payload"),
    availableAt: instant("available_at"),
    attempts: count("attempts"),
    leaseOwner: text("lease_owner", orNull),
    leaseUntil: instant("lease_until", orNull),
    sentAt: instant("sent_at", orNull),
    lastError: text("last_error", orNull),
    firstFailedAt: instant("first_failed_at", orNull),
    deadAt: instant("dead_at", orNull),
    bouncedAt: instant("bounced_at", orNull),
    unsentBecause: text("unsent_because", orNull),
    recipientHash: text("recipient_hash", orNull),
    admittedAt: instant("admitted_at", orNull),
  },
  uniques: [{ name: "outbox_dedupe_key", columns: ["dedupeKey"] }],
  indices: [
    { name: "outbox_by_kind", columns: ["kind", "id"] },
    { name: "outbox_due", columns: ["availableAt"], where: `"sent_at" IS NULL AND "dead_at" IS NULL` },
    {
      name: "outbox_by_recipient",
      columns: ["recipientHash", "admittedAt"],
      where: `"recipient_hash" IS NOT NULL`,
    },
  ],
});
