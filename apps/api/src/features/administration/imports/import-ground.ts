/** What an import stands on. */
import type { Clock } from "../../../clock.js";
import type { Database } from "../../../storage/index.js";

export interface ImportGround {
  readonly db: Database;
  readonly clock: Clock;
  /** Zone of the agreements' days. */
  readonly timeZone: string;
  /** Does a server work on the same SQLite file in another process? Then it is given way to. */
  readonly isGuest: boolean;
}
