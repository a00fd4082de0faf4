/** Messages to be sent, at least once, each under its dedupe key. */
import { count, defineTable, document, instant, key, orNull, text } from "../db/columns.js";
import { migration } from "../db/migrations.js";

const heldMessages = migration("HeldMessages1795400046000", {
  up: [
    `ALTER TABLE "outbox" ADD COLUMN
    "held_since" bigint`,
  ],
  down: [`ALTER TABLE "outbox" DROP COLUMN "held_since"`],
});

export const outboxTable = defineTable({
  name: "outbox",
  person: "SEPARATELY",
  migrations: [heldMessages],
  columns: {
    /** `msg_…` */
    id: key("id", "ID"),
    dedupeKey: text("dedupe_key", "ID"),
    kind: text("kind", "FACT"),
    payload: document<Readonly<Record<string, unknown>>>("payload", "TRACE"),
    availableAt: instant("available_at", "FACT"),
    attempts: count("attempts", "FACT"),
    leaseOwner: text("lease_owner", "TRACE", orNull),
    leaseUntil: instant("lease_until", "FACT", orNull),
    /** Finished: sent, told on, or `unsentBecause`. */
    sentAt: instant("sent_at", "FACT", orNull),
    /** What the mail server, or the program, last said; without addresses. */
    lastError: text("last_error", "TRACE", orNull),
    firstFailedAt: instant("first_failed_at", "FACT", orNull),
    /** Given up on. */
    deadAt: instant("dead_at", "FACT", orNull),
    /** The address sent it back. */
    bouncedAt: instant("bounced_at", "FACT", orNull),
    /** Why a finished message never left. */
    unsentBecause: text<"NO_SMTP_URL" | "RECIPIENT_GONE" | "SUPERSEDED">("unsent_because", "FACT", orNull),
    /** Keyed hash of the address, so that mails can be counted without keeping addresses. */
    recipientHash: text("recipient_hash", "CONTACT", orNull),
    admittedAt: instant("admitted_at", "FACT", orNull),
    /** Came with a backup: it may have gone out since, and waits until an administrator lets it go. */
    heldSince: instant("held_since", "FACT", orNull),
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
