/** What is over, counted: nothing is changed by it (F83). */
import type { EpochMs, RetentionClass, RetentionDays } from "@accord/domain";
import type { ReadStores } from "../kernel/db/index.js";
import { judgeSlice } from "./retained-classes.js";

export interface OverCount {
  readonly rows: number;
  readonly files: number;
  /** When the one ended that ended first. */
  readonly oldest: EpochMs | null;
  /** Over, and kept by a legal hold. */
  readonly held: number;
}

const AT_ONCE = 500;

export const countOver = async (
  stores: ReadStores,
  name: RetentionClass,
  days: RetentionDays,
  at: EpochMs,
): Promise<OverCount> => {
  let count: OverCount = { rows: 0, files: 0, oldest: null, held: 0 };
  for (let after: string | null = ""; after !== null; ) {
    const slice = await judgeSlice(stores, name, days, at, { after, first: AT_ONCE });
    count = {
      rows: count.rows + slice.over.length,
      files: slice.over.reduce((files, row) => files + row.files, count.files),
      oldest: slice.over.reduce<EpochMs | null>(
        (oldest, { since }) => (oldest === null || since < oldest ? since : oldest),
        count.oldest,
      ),
      held: count.held + slice.held.length,
    };
    after = slice.end;
  }
  return count;
};
