/** What has ended and stays until somebody decides: counted by a retention, and taken away once that was confirmed (F83). */
import type { Ended, EpochMs } from "@accord/domain";

/** People whom a legal hold is on. */
export interface Held {
  readonly accountIds: readonly string[];
  /** Those they have proven, as they are compared. */
  readonly addresses: readonly string[];
}

export interface EndedRow extends Ended {
  readonly id: string;
  /** How many files go with it. */
  readonly files: number;
}

export interface EndedAsked {
  /** Ended then or before. */
  readonly before: EpochMs;
  /** Asked now. */
  readonly at: EpochMs;
  readonly held: Held;
  /** By id: those behind this one, so many. */
  readonly after: string;
  readonly first: number;
}

export interface RetainedReads {
  ended(asked: EndedAsked): Promise<readonly EndedRow[]>;
}

export interface RetainedWrites extends RetainedReads {
  /** Takes these away; answers the digests of files that nobody may need any more. */
  remove(ids: readonly string[], at: EpochMs): Promise<readonly string[]>;
}
