/** How often customers were refused, by day and reason; nobody is named (F79). */
import type { CivilDate } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, key } from "../../../kernel/db/columns.js";

export interface RefusalCountRow {
  /** UTC. */
  readonly day: CivilDate;
  /** Code of a refusal, or of the reason a plan could not be used for. */
  readonly code: string;
  readonly times: number;
}

export const refusalCountTable = new EntitySchema<RefusalCountRow>({
  name: "refusal_count",
  columns: { day: key("day"), code: key("code"), times: count("times") },
});
