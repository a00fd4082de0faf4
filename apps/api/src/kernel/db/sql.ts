/** The small door the stores write their SQL through: one text for both engines, `?` for every parameter. */
export type Dialect = "sqlite" | "postgres";
export type SqlValue = string | number | boolean | null;

export interface Sql {
  readonly dialect: Dialect;
  /** Rows of a SELECT, prepared once per connection. */
  all<Row>(text: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs an INSERT, UPDATE or DELETE; returns how many rows it touched. */
  run(text: string, params?: readonly SqlValue[]): Promise<number>;
}

export interface Statement {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

/** A connection transactions write through. */
export interface WriterSql extends Sql {
  /** Runs statements in their order. */
  runAll(statements: readonly Statement[]): Promise<void>;
}

/** The connection as one transaction sees it. */
export interface TransactionSql extends Sql {
  /**
   * Runs a statement nobody asks anything of: together with those before and after it, ahead of the unit's next other
   * statement or at its end. Its failure fails the unit.
   */
  later(text: string, params: readonly SqlValue[]): void;
}

/** First row, or null. */
export const first = async <Row>(sql: Sql, text: string, params: readonly SqlValue[]): Promise<Row | null> =>
  (await sql.all<Row>(text, params))[0] ?? null;

const numbered = new Map<string, string>();

/** `?` as PostgreSQL counts them: `$1`, `$2`… No statement of ours has a question mark elsewhere. */
export const toNumbered = (text: string): string => {
  const known = numbered.get(text);
  if (known !== undefined) return known;
  let position = 0;
  const made = text.replaceAll("?", () => {
    position += 1;
    return `$${position}`;
  });
  numbered.set(text, made);
  return made;
};

/** `column IN …` over one parameter, the list as JSON text: one statement whatever the length. */
export const isInList = (dialect: Dialect, column: string): string =>
  dialect === "sqlite"
    ? `${column} IN (SELECT value FROM json_each(?))`
    : `${column} = ANY (SELECT json_array_elements_text(CAST(? AS json)))`;

export const asList = (values: readonly string[]): string => JSON.stringify(values);

/** `(?, ?), (?, ?)` for `rows` rows of `width` values. */
export const placeholders = (rows: number, width: number): string => {
  const one = `(${Array.from({ length: width }, () => "?").join(", ")})`;
  return Array.from({ length: rows }, () => one).join(", ");
};
