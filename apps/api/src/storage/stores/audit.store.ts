/** Who did what: a hash chain written last in the unit of the change (reliability.md, 5.11); details stand aside so that erasure keeps the chain. */
import type { EpochMs } from "@accord/domain";

export interface AuditEntry {
  /** Account id; null for the system. */
  readonly actorId: string | null;
  /** e.g. `request.create`. */
  readonly action: string;
  /** Id of what was changed. */
  readonly objectId: string;
  /** Ids, codes and numbers; no free text. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
}

export interface AuditRow extends Omit<AuditEntry, "details"> {
  readonly seq: number;
  /** Null once erased. */
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
}

export interface AuditReads {
  /** In order of the chain, after `afterSeq` (0: from the start). */
  list(afterSeq: number, first: number): Promise<AuditRow[]>;
}

export interface AuditWrites extends AuditReads {
  /** Kept until the unit's other work is done, then chained and written just before the commit. */
  append(entry: AuditEntry): Promise<void>;
}
