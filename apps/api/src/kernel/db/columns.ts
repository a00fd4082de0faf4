/** What tables are declared of: column kinds, the same on SQLite and PostgreSQL, each with what the program holds of it. */
import { type DataClass, factsOf, isDataClass } from "@accord/domain";
import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaOptions, type ValueTransformer } from "typeorm";
import { bring, type Migration } from "./migrations.js";

/** PostgreSQL tells a bigint as text; instants and sequences are far below 2^53. */
export const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};
export const flag: ValueTransformer = {
  to: (value: unknown) => (typeof value === "boolean" ? Number(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value) === 1),
};
const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === "string" ? JSON.parse(value) : value),
};

/** A column, and what the program holds of it: the type of a row is made of these. */
export interface Column<Value> extends EntitySchemaColumnOptions {
  readonly name: string;
  /** What kind of data it holds (F83). */
  readonly dataClass: DataClass;
  /** Never there: it only tells the compiler. */
  readonly holds?: { readonly value: Value };
}
type Options = Omit<Partial<EntitySchemaColumnOptions>, "nullable">;

/** Makes columns of one kind; `Value` narrows what they hold. */
interface ColumnKind<Base> {
  <Value extends Base = Base>(name: string, dataClass: DataClass, options: typeof orNull): Column<Value | null>;
  <Value extends Base = Base>(name: string, dataClass: DataClass, options?: Options): Column<Value>;
}
const kindOf =
  <Base>(kind: EntitySchemaColumnOptions): ColumnKind<Base> =>
  (name: string, dataClass: DataClass, options: Partial<EntitySchemaColumnOptions> = {}) => ({
    name,
    dataClass,
    ...kind,
    ...options,
  });

export const orNull: { readonly nullable: true } = { nullable: true };
export const text = kindOf<string>({ type: "text" });
export const key = <Value extends string = string>(name: string, dataClass: DataClass): Column<Value> =>
  text<Value>(name, dataClass, { primary: true });
/** An enumeration: its values stand in a named CHECK of the table. */
export const choice = kindOf<string>({ type: "varchar" });
/** Epoch milliseconds. */
export const instant = kindOf<number>({ type: "bigint", transformer: wholeNumber });
/** Smallest units of a currency: those of some pass two thousand million. */
export const amount = (name: string, dataClass: DataClass): Column<number> => instant(name, dataClass);
export const count = kindOf<number>({ type: "integer" });
/** 0 or 1 on both engines, boolean in the program. */
export const yesNo = kindOf<boolean>({ type: "integer", transformer: flag });
/** JSON as text, its value in the program. */
export const document = kindOf<unknown>({ type: "text", transformer: json });

type ColumnSet = Readonly<Record<string, Column<unknown>>>;
type RowOfColumns<Columns> = {
  readonly [Property in keyof Columns]: Columns[Property] extends Column<infer Value> ? Value : never;
};
/** A row of the table, as the program has it. */
export type RowOf<Table> = Table extends EntitySchema<infer Row> ? Row : never;

/** How the rows of a person are found: by a column with the id of the account, through a row of another table, by the address the account has proven. */
export type PersonKey<Property extends string = string> =
  | Property
  | { readonly through: Property; readonly to: string }
  /** `unless` names an account: then it is that one's. */
  | { readonly address: Property; readonly unless?: Property };

/** Whose the rows of a table are, and what becomes of them when the person is erased. */
export interface PersonRows<Property extends string = string> {
  /** Any of these. */
  readonly by: readonly PersonKey<Property>[];
  /** `BLANKED`: the row stays without what its classes erase. `SEPARATELY`: a step of the module judges each. */
  readonly atErasure: "DELETED" | "BLANKED" | "KEPT" | "SEPARATELY";
}
/** `SEPARATELY`: rows that no column tells the person of; a step of the module finds them. `NOBODY`: of things alone. */
export type Person<Property extends string = string> = PersonRows<Property> | "SEPARATELY" | "NOBODY";

const PERSONS = new WeakMap<EntitySchema, Person>();
/** Whose the rows of a table are. */
export const personOf = (table: EntitySchema): Person => PERSONS.get(table) ?? "NOBODY";

/** F83: data of no kind, or of nobody in particular, is in no table. */
const refuseUnclassed = (name: string, columns: ColumnSet, person: Person | undefined): void => {
  for (const column of Object.values(columns)) {
    if (!isDataClass(column.dataClass)) throw new Error(`the column ${column.name} of the table ${name} has no class`);
    if (person === undefined && factsOf(column.dataClass).isPersonal)
      throw new Error(`the table ${name} holds ${column.dataClass} and does not say whose`);
  }
};

/**
 * The one declaration of a table: its schema, by its columns the type of its rows, whose they are and how they came to be.
 * @throws Error when two properties name one column, one has no class of data, or nobody is named whose they are
 */
export const defineTable = <const Columns extends ColumnSet>({
  migrations = [],
  person,
  ...options
}: Omit<EntitySchemaOptions<object>, "columns" | "embeddeds"> & {
  readonly columns: Columns;
  /** Left out: no column holds anything of a person. */
  readonly person?: Person<keyof Columns & string>;
  /** Left out: they came in with `history/`. */
  readonly migrations?: readonly Migration[];
}): EntitySchema<RowOfColumns<Columns>> => {
  const names = Object.values<Column<unknown>>(options.columns).map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Error(`two properties of the table ${options.name} name its column ${twice}`);
  refuseUnclassed(options.name, options.columns, person);
  const table = new EntitySchema<RowOfColumns<Columns>>(options);
  bring(table, migrations);
  if (person !== undefined) PERSONS.set(table, person);
  return table;
};

/** A named CHECK that a column holds one of `values`. */
export const oneOf = (
  name: string,
  column: string,
  values: readonly string[],
): { name: string; expression: string } => ({
  name,
  expression: `"${column}" IN (${values.map((value) => `'${value}'`).join(", ")})`,
});
