/** Why customers were refused, counted in memory and written down now and then: nobody waits for it, nobody is named (F79). */
import { dayAt } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { given } from "../../../kernel/service.js";
import { overviewStore } from "../storage/overview.store.js";

export interface RefusalTally {
  add(code: string): void;
  /** Writes down what was counted since; a failed write keeps the counts for the next. */
  flush(): Promise<void>;
}

/** The tally of this program. */
export const refusalTally = given<RefusalTally>("a tally of refusals");

export const createRefusalTally = (db: Database, clock: Clock): RefusalTally => {
  let counts = new Map<string, number>();
  const add = (code: string, times = 1): void => void counts.set(code, (counts.get(code) ?? 0) + times);
  return {
    add: (code) => add(code),
    flush: async () => {
      if (counts.size === 0) return;
      const written = counts;
      counts = new Map();
      try {
        await db.transaction("count refusals", (tx) =>
          tx.of(overviewStore).addRefusals(dayAt(clock.now(), "UTC"), written),
        );
      } catch (error) {
        for (const [code, times] of written) add(code, times);
        throw error;
      }
    },
  };
};
