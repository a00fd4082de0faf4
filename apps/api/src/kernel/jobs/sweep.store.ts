/** Rounds that throw away what has ended: when the hourly one began and ended last (K9). */

import type { EpochMs } from "@accord/domain";
import { pick } from "../db/row-shape.js";
import { insertRow, replaceBy } from "../db/rows.js";
import type { StoreKey } from "../db/storage-part.js";
import { writesOnly } from "../db/storage-part.js";
import type { WriteContext } from "../db/store-context.js";
import { sweepTable } from "./sweep.table.js";

const NAME = "HOURLY";

/** The instant by which everything past its keeping has to be gone: the last round's, or a day ago where rounds begin and never end; null before the first. */
export const SWEPT_BY = `SELECT CASE WHEN ended_at IS NULL OR ended_at < began_at - 86400000 THEN began_at - 86400000 ELSE ended_at END AS at
  FROM sweep WHERE name = '${NAME}'`;

export interface SweepWrites {
  /** In a unit of its own: a round that fails has begun all the same. */
  begin(at: EpochMs): Promise<void>;
  end(at: EpochMs): Promise<void>;
}

const BEGUN = pick(sweepTable, ["name", "beganAt"]);
const BEGUN_ANEW = replaceBy(BEGUN, ["name"]);

export const createSweepWrites = ({ sql }: WriteContext): SweepWrites => ({
  begin: async (at) => {
    await insertRow(sql, BEGUN, { name: NAME, beganAt: at }, BEGUN_ANEW);
  },
  end: async (at) => {
    await sql.run("UPDATE sweep SET ended_at = ? WHERE name = ?", [at, NAME]);
  },
});

export const sweepStore: StoreKey<object, SweepWrites> = writesOnly(createSweepWrites);
