/** Which columns a statement reads or writes, and what the program holds of each: made of the tables, once. */
import { EntitySchema, type EntitySchemaColumnOptions, type ValueTransformer } from "typeorm";
import { flag, wholeNumber } from "./columns.js";

export interface Field {
  readonly property: string;
  /** The object of the row that has the property; null: the row itself. */
  readonly within: string | null;
  /** What a SELECT reads it from. */
  readonly expression: string;
  /** The column an INSERT writes; null: none. */
  readonly column: string | null;
  /** Null: the drivers tell and take it as the program holds it. */
  readonly transformer: ValueTransformer | null;
}

/** What statements read or write of rows: made once, as a constant of its module. */
export interface Shape<Row> {
  /** Null: not of one table, so nothing can be written by it. */
  readonly table: string | null;
  readonly fields: readonly Field[];
  /** What PostgreSQL calls them. */
  readonly labels: readonly string[];
  /** What stands after SELECT, after INSERT INTO the table, and after SET. */
  readonly lists: Readonly<Record<"sqlite" | "postgres" | "columns" | "assignments", string>>;
  /** A row with nothing in it: filling a copy is several times faster than adding one property after the other. */
  readonly blank: Readonly<Record<string, unknown>>;
  /** PostgreSQL tells rows as the program has them. */
  readonly isPlain: boolean;
  /** INSERTs of one row, by what follows their VALUES. */
  readonly inserts: Map<string, string>;
  /** Never there: it only tells the compiler. */
  readonly holds?: { readonly row: Row };
}
/** A row as a shape has it. */
export type RowIn<Made> = Made extends Shape<infer Row> ? Row : never;

/** A table stands for all of its columns. */
export type Source<Row> = EntitySchema<Row> | Shape<Row>;

const labelOf = ({ within, property }: Field): string => (within === null ? property : `${within}.${property}`);

const shapeOf = <Row>(table: string | null, fields: readonly Field[]): Shape<Row> => {
  const labels = fields.map(labelOf);
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice !== undefined) throw new Error(`a row has ${twice} twice`);
  return {
    table,
    fields,
    labels,
    lists: {
      sqlite: `json_array(${fields.map(({ expression }) => expression).join(", ")}) AS packed`,
      postgres: fields.map(({ expression }, place) => `${expression} AS "${labels[place]}"`).join(", "),
      columns: fields.map(({ column }) => column).join(", "),
      assignments: fields.map(({ column }) => `${column} = ?`).join(", "),
    },
    // Parsed, so that V8 does not take it for a dictionary.
    blank: JSON.parse(`{${fields.map(({ within, property }) => `"${within ?? property}":null`).join(",")}}`),
    isPlain: fields.every(({ within, transformer }) => within === null && transformer === null),
    inserts: new Map(),
  };
};

const fieldOf = (property: string, alias: string, options: EntitySchemaColumnOptions): Field => {
  const { name = property, transformer } = options;
  return {
    property,
    within: null,
    expression: alias === "" ? name : `${alias}.${name}`,
    column: name,
    transformer: transformer === undefined || transformer === wholeNumber ? null : (transformer as ValueTransformer),
  };
};

const fieldsOf = (table: EntitySchema<unknown>, alias = ""): Field[] =>
  Object.entries<EntitySchemaColumnOptions | undefined>(table.options.columns).flatMap(([property, options]) =>
    options === undefined ? [] : [fieldOf(property, alias, options)],
  );

const whole = new WeakMap<object, Shape<unknown>>();

/** The shape that `source` is, or stands for. */
export const shapeFor = <Row>(source: Source<Row>): Shape<Row> => {
  if (!(source instanceof EntitySchema)) return source;
  const known = whole.get(source) ?? shapeOf(source.options.name, fieldsOf(source));
  whole.set(source, known);
  return known as Shape<Row>;
};

/** The named properties of a table's rows; `alias` is what the statement calls the table. */
export const pick = <Row, Name extends keyof Row & string>(
  table: EntitySchema<Row>,
  names: readonly Name[],
  alias = "",
): Shape<Pick<Row, Name>> => {
  const fields = new Map(fieldsOf(table, alias).map((field) => [field.property, field]));
  const chosen = names.map((name) => {
    const field = fields.get(name);
    if (field === undefined) throw new Error(`the table ${table.options.name} has no ${name}`);
    return field;
  });
  return shapeOf(table.options.name, chosen);
};

/** All properties of a table's rows but the named ones. */
export const omit = <Row, Name extends keyof Row & string = never>(
  table: EntitySchema<Row>,
  names: readonly Name[],
  alias = "",
): Shape<Omit<Row, Name>> => {
  const left: readonly string[] = names;
  const chosen = fieldsOf(table, alias).filter(({ property }) => !left.includes(property));
  return shapeOf(table.options.name, chosen);
};

/** What a statement computes, each by its expression. */
export const compute = <Row>(expressions: { readonly [Property in keyof Row]: string }): Shape<Row> =>
  shapeOf(null, computedFields(expressions, null));

/** Conditions that a statement computes: 0 and 1, or booleans, by engine; boolean in the program. */
export const computeFlags = <Name extends string>(
  expressions: Readonly<Record<Name, string>>,
): Shape<Readonly<Record<Name, boolean>>> => shapeOf(null, computedFields(expressions, flag));

const computedFields = (expressions: Readonly<Record<string, string>>, transformer: ValueTransformer | null): Field[] =>
  Object.entries(expressions).map(([property, expression]) => ({
    property,
    within: null,
    expression,
    column: null,
    transformer,
  }));

/** Rows that have the properties of every part. */
export const combine = <A, B, C = unknown, D = unknown, E = unknown>(
  ...parts: readonly [Source<A>, Source<B>, Source<C>?, Source<D>?, Source<E>?]
): Shape<A & B & C & D & E> =>
  shapeOf(
    null,
    parts.flatMap((part) => (part === undefined ? [] : shapeFor<unknown>(part).fields)),
  );

/** Rows that hold the rows of `source` as an object called `name`. */
export const nest = <Name extends string, Row>(name: Name, source: Source<Row>): Shape<Readonly<Record<Name, Row>>> =>
  shapeOf(
    null,
    shapeFor(source).fields.map((field) => ({ ...field, within: name })),
  );

/** As a LEFT JOIN tells them: null where nothing was joined. */
export const orNone = <Row>(source: Source<Row>): Shape<{ readonly [Property in keyof Row]: Row[Property] | null }> =>
  shapeOf(null, shapeFor(source).fields);
