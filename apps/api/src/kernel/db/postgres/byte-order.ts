/** Tables as PostgreSQL has them: text in byte order, as on SQLite, so that ids sort as they were made in any locale. */
import { EntitySchema, type EntitySchemaColumnOptions } from "typeorm";

const columnInByteOrder = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions =>
  column.type === "text" ? { ...column, collation: "C" } : column;

export const inByteOrder = (tables: readonly EntitySchema[]): EntitySchema<object>[] =>
  tables.map(({ options }) => {
    const columns = Object.entries<EntitySchemaColumnOptions | undefined>(options.columns);
    return new EntitySchema<object>({
      ...(options as object),
      name: options.name,
      columns: Object.fromEntries(
        columns.flatMap(([name, column]) => (column === undefined ? [] : [[name, columnInByteOrder(column)]])),
      ),
    });
  });
