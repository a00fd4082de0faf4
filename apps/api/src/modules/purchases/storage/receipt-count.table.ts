/** The last receipt number of each year: counted in the unit that issues it, so that none is missing (F28). */
import { EntitySchema } from "typeorm";
import { count } from "../../../kernel/db/columns.js";

export interface ReceiptCountRow {
  readonly year: number;
  readonly last: number;
}

export const receiptCountTable = new EntitySchema<ReceiptCountRow>({
  name: "receipt_count",
  columns: { year: count("year", { primary: true }), last: count("last") },
});
