/** What an import stands on. */
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";

export interface ImportContext {
  readonly db: Database;
  readonly clock: Clock;
  /** Zone of the agreements' days. */
  readonly timeZone: string;
  /** Does a server work on the same SQLite file in another process? Then it is given way to. */
  readonly isGuest: boolean;
}
