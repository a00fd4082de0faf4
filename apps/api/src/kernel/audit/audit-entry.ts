/** A line for the audit chain, as whoever changes something hands it over. */
import type { AuditAction, EpochMs } from "@accord/domain";

export interface AuditEntry {
  /** Account id; null for the system. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  /** Id of what was changed. */
  readonly objectId: string;
  /** Ids, codes and numbers; of free text nothing but the reason an administrator gave. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
}
