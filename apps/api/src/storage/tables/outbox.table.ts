/** Messages to be sent, at least once, each under its dedupe key (reliability.md, 5.5). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, document, instant, key, orNull, text } from "./columns.js";

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
  },
  uniques: [{ name: "outbox_dedupe_key", columns: ["dedupeKey"] }],
  indices: [
    { name: "outbox_by_kind", columns: ["kind", "id"] },
    { name: "outbox_unsent", columns: ["availableAt"], where: `"sent_at" IS NULL` },
  ],
});
