/** Rows of one table by their ids, as far as a shape has them: what stands beside a value that came another way. */
import type { Shape } from "./row-shape.js";
import { selectRows } from "./rows.js";
import { asList, isInList, type Sql } from "./sql.js";
import type { StoreKey } from "./storage-part.js";

export interface RowsById<Row> {
  /** Those that there are, in no order. */
  byIds(ids: readonly string[]): Promise<Row[]>;
}

/** @throws Error for a shape of no one table */
export const rowsById = <Row extends { readonly id: string }>(
  shape: Shape<Row>,
): StoreKey<RowsById<Row>, RowsById<Row>> => {
  const { table } = shape;
  if (table === null) throw new Error("rows by id are those of one table");
  const store = ({ sql }: { readonly sql: Sql }): RowsById<Row> => ({
    byIds: (ids) => selectRows(sql, shape, `FROM "${table}" WHERE ${isInList(sql.dialect, "id")}`, [asList(ids)]),
  });
  return { reads: store, writes: store };
};
