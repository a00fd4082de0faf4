/** Which migrations bring an empty database to where the rows of a backup were, on an engine that may be another one. */
import type { StoragePart } from "../kernel/db/storage-part.js";

type Migrations = NonNullable<StoragePart["sqliteMigrations"]>;

/** Migrations end in the digits they are sorted by. */
const digitsOf = (name: string): string => name.slice(-13);
const nameOf = (one: Migrations[number]): string => new one().name ?? one.name;

/** The migrations of a backup that this program does not know: a newer one wrote it. */
export const unknownOf = (
  { sqliteMigrations = [], postgresMigrations = [] }: StoragePart,
  names: readonly string[],
) => {
  const known = new Set([...sqliteMigrations, ...postgresMigrations].map(nameOf));
  return names.filter((name) => !known.has(name));
};

/** Storage with nothing but the migrations that the rows have been through, and those of one engine alone that go with them. */
export const storageAt = (
  { sqliteMigrations = [], postgresMigrations = [] }: StoragePart,
  names: readonly string[],
): StoragePart => {
  const done = new Set(names);
  const last = [...done].map(digitsOf).sort().at(-1) ?? "";
  const shared = new Set(sqliteMigrations.map(nameOf));
  const both = new Set(postgresMigrations.map(nameOf).filter((name) => shared.has(name)));
  const isDue = (one: Migrations[number]): boolean => {
    const name = nameOf(one);
    return done.has(name) || (!both.has(name) && digitsOf(name) <= last);
  };
  return {
    tables: [],
    sqliteMigrations: sqliteMigrations.filter(isDue),
    postgresMigrations: postgresMigrations.filter(isDue),
  };
};
