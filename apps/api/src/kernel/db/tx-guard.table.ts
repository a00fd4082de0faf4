/** Always empty: a unit without a write of its own begins with a DELETE here. */
import { EntitySchema } from "typeorm";
import { count } from "./columns.js";

export interface TxGuardRow {
  readonly id: number;
}

export const txGuardTable = new EntitySchema<TxGuardRow>({
  name: "tx_guard",
  columns: {
    id: count("id", { primary: true }),
  },
});
