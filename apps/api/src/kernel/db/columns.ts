/** Column kinds of every table: the same definition on SQLite and PostgreSQL, with one transformer for numbers. */
import type { EntitySchemaColumnOptions, ValueTransformer } from "typeorm";

/** PostgreSQL tells a bigint as text; instants and sequences are far below 2^53. */
const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};
const flag: ValueTransformer = {
  to: (value: unknown) => (typeof value === "boolean" ? Number(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value) === 1),
};
const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === "string" ? JSON.parse(value) : value),
};

type Options = Partial<EntitySchemaColumnOptions>;

export const text = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: "text",
  ...options,
});
export const key = (name: string): EntitySchemaColumnOptions => text(name, { primary: true });
/** An enumeration: its values stand in a named CHECK of the table. */
export const choice = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: "varchar",
  ...options,
});
/** Epoch milliseconds. */
export const instant = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: "bigint",
  transformer: wholeNumber,
  ...options,
});
/** Smallest units of a currency: those of some pass two thousand million. */
export const amount = (name: string): EntitySchemaColumnOptions => instant(name);
export const count = (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
  name,
  type: "integer",
  ...options,
});
/** 0 or 1 on both engines, boolean in the program. */
export const yesNo = (name: string): EntitySchemaColumnOptions => ({ name, type: "integer", transformer: flag });
export const document = (name: string, options: Options = {}): EntitySchemaColumnOptions =>
  text(name, { transformer: json, ...options });
export const orNull: Options = { nullable: true };

/** A named CHECK that a column holds one of `values`. */
export const oneOf = (
  name: string,
  column: string,
  values: readonly string[],
): { name: string; expression: string } => ({
  name,
  expression: `"${column}" IN (${values.map((value) => `'${value}'`).join(", ")})`,
});
