/** Outgoing messages, written in the unit of the change they tell of (reliability.md, 5.5). Payloads hold ids, never free text. */
import type { EpochMs } from "@accord/domain";
import type { Page, PageRequest } from "../page.js";

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
