/** When rounds that throw away what has ended began and ended last (K9). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key } from "../db/columns.js";

export interface SweepRow {
  readonly name: string;
  readonly beganAt: EpochMs;
  /** Null: never yet. A round that fails has begun and not ended. */
  readonly endedAt: EpochMs | null;
}

export const sweepTable = new EntitySchema<SweepRow>({
  name: "sweep",
  columns: { name: key("name"), beganAt: instant("began_at"), endedAt: instant("ended_at", { nullable: true }) },
});
