/** Reading and writing rows as their tables declare them: the texts of statements are derived, never written by hand. */
import { type Shape, type Source, shapeFor } from "./row-shape.js";
import { placeholders, type Sql, type SqlValue, type TransactionSql } from "./sql.js";

const readRow = ({ fields, blank }: Shape<unknown>, stored: readonly unknown[]): unknown => {
  const row = { ...blank };
  let position = 0;
  for (const { property, within, transformer } of fields) {
    let holder = row;
    if (within !== null) {
      holder = (row[within] ?? {}) as Record<string, unknown>;
      row[within] = holder;
    }
    const value = stored[position];
    holder[property] = transformer === null ? value : transformer.from(value);
    position += 1;
  }
  return row;
};

/**
 * Rows of `SELECT <what source names> <rest>`. On SQLite a row comes as one JSON text: every value that crosses from the driver's
 * thread costs more than parsing it. `lead` stands before the SELECT.
 */
export const selectRows = async <Row>(
  sql: Sql,
  source: Source<Row>,
  rest: string,
  params: readonly SqlValue[],
  lead = "",
): Promise<Row[]> => {
  const shape = shapeFor(source);
  const { labels, lists } = shape;
  if (sql.dialect === "sqlite") {
    const rows = await sql.all<{ packed: string }>(`${lead}SELECT ${lists.sqlite} ${rest}`, params);
    return rows.map(({ packed }) => readRow(shape, JSON.parse(packed) as unknown[]) as Row);
  }
  const text = `${lead}SELECT ${lists.postgres} ${rest}`;
  if (shape.isPlain) return sql.all<Row>(text, params);
  const rows = await sql.all<Record<string, unknown>>(text, params);
  const read = (row: Readonly<Record<string, unknown>>): unknown =>
    readRow(
      shape,
      labels.map((label) => row[label]),
    );
  return rows.map((row) => read(row) as Row);
};

/** The first of `selectRows`, or null. */
export const selectFirst = async <Row>(
  sql: Sql,
  source: Source<Row>,
  rest: string,
  params: readonly SqlValue[],
): Promise<Row | null> => (await selectRows(sql, source, rest, params))[0] ?? null;

const tableOf = ({ table }: Shape<unknown>): string => {
  if (table === null) throw new Error("what is not of one table is only read");
  return table;
};

const insertText = (shape: Shape<unknown>, rows: number, tail: string): string => {
  const known = rows === 1 ? shape.inserts.get(tail) : undefined;
  if (known !== undefined) return known;
  const values = placeholders(rows, shape.fields.length);
  const made = `INSERT INTO ${tableOf(shape)} (${shape.lists.columns}) VALUES ${values}${tail === "" ? "" : ` ${tail}`}`;
  if (rows === 1) shape.inserts.set(tail, made);
  return made;
};

const valuesOf = <Row>({ fields }: Shape<Row>, row: Row): SqlValue[] =>
  fields.map(({ property, transformer }) => {
    const value = (row as Readonly<Record<string, unknown>>)[property] ?? null;
    return (transformer === null ? value : transformer.to(value)) as SqlValue;
  });

/** Writes one row; `tail` follows the VALUES. Returns how many rows there are more. */
export const insertRow = <Row>(sql: Sql, source: Source<Row>, row: NoInfer<Row>, tail = ""): Promise<number> =>
  insertRows(sql, source, [row], tail);

/** Writes rows in one statement; none writes nothing. */
export const insertRows = async <Row>(
  sql: Sql,
  source: Source<Row>,
  rows: readonly NoInfer<Row>[],
  tail = "",
): Promise<number> => {
  if (rows.length === 0) return 0;
  const shape = shapeFor(source);
  return sql.run(
    insertText(shape, rows.length, tail),
    rows.flatMap((row) => valuesOf<Row>(shape, row)),
  );
};

/** The same, with the unit's other statements nobody waits for. */
export const insertLater = <Row>(
  sql: TransactionSql,
  source: Source<Row>,
  rows: readonly NoInfer<Row>[],
  tail = "",
): void => {
  if (rows.length === 0) return;
  const shape = shapeFor(source);
  sql.later(
    insertText(shape, rows.length, tail),
    rows.flatMap((row) => valuesOf<Row>(shape, row)),
  );
};

/** The tail of an INSERT that writes over the row with the same `keys`; what stands in `kept` stays as it is. */
export const replaceBy = <Row>(
  source: Source<Row>,
  keys: readonly (keyof Row & string)[],
  kept: readonly (keyof Row & string)[] = [],
): string => {
  const { fields } = shapeFor(source);
  const columnsOf = (wanted: (property: string) => boolean): (string | null)[] =>
    fields.filter(({ property }) => wanted(property)).map(({ column }) => column);
  const isKey = (property: string): boolean => keys.some((key) => key === property);
  const isKept = (property: string): boolean => kept.some((key) => key === property);
  const sets = columnsOf((property) => !isKey(property) && !isKept(property)).map((one) => `${one} = excluded.${one}`);
  return `ON CONFLICT (${columnsOf(isKey).join(", ")}) DO UPDATE SET ${sets.join(", ")}`;
};

/** Sets what `source` names in the rows for which `where` holds; returns how many. */
export const updateRows = <Row>(
  sql: Sql,
  source: Source<Row>,
  row: NoInfer<Row>,
  where: string,
  params: readonly SqlValue[],
): Promise<number> => {
  const shape = shapeFor(source);
  const text = `UPDATE ${tableOf(shape)} SET ${shape.lists.assignments} WHERE ${where}`;
  return sql.run(text, [...valuesOf<Row>(shape, row), ...params]);
};
