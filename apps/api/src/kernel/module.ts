/** What a module brings to the program (decision 28). The kernel knows the form and no noun. */

import type { TypeFields } from "../graphql/field-map.js";
import type { ObjectGate } from "../graphql/object-gates.js";
import type { RootPolicy } from "../graphql/root-policy.js";
import { NO_STORAGE, type StoragePart } from "../storage/storage-part.js";
import type { ServiceKey } from "./service.js";

/** What a module adds to the schema. */
export interface SchemaPart {
  readonly resolvers: readonly (new () => object)[];
  /** Computed fields. */
  readonly fields?: readonly TypeFields[];
}

/** Who may see what a module adds: stands beside it, is judged with the rest (deny by default). */
export interface PolicyPart {
  /** Who may ask each root field. */
  readonly roots?: Readonly<Record<string, RootPolicy>>;
  /** The published fields of each type. */
  readonly published?: Readonly<Record<string, string>>;
  /** Types whose objects belong to somebody. */
  readonly gates?: Readonly<Record<string, ObjectGate>>;
}

export interface ApiModule extends PolicyPart {
  readonly storage?: StoragePart;
  /** What it keeps in memory; started once for a process. */
  readonly services?: readonly ServiceKey<unknown>[];
  /** Loaded with the schema: it is the largest part of the program, and the command line needs none of it. */
  readonly schema?: () => Promise<SchemaPart>;
}

/** What all modules bring together. */
export interface Modules extends Required<PolicyPart> {
  readonly storage: StoragePart;
  readonly services: readonly ServiceKey<unknown>[];
  readonly schema: () => Promise<Required<SchemaPart>>;
}

/** @throws Error when two modules bring the same root field, type or gate */
export const join = (modules: readonly ApiModule[]): Modules => ({
  roots: merge(modules.map((one) => one.roots)),
  published: merge(modules.map((one) => one.published)),
  gates: merge(modules.map((one) => one.gates)),
  storage: joinStorage(modules.map((one) => one.storage ?? NO_STORAGE)),
  services: modules.flatMap((one) => one.services ?? []),
  schema: async () => {
    const parts = await Promise.all(modules.map((one) => one.schema?.()));
    return {
      resolvers: parts.flatMap((part) => part?.resolvers ?? []),
      fields: parts.flatMap((part) => part?.fields ?? []),
    };
  },
});

const merge = <Value>(
  parts: readonly (Readonly<Record<string, Value>> | undefined)[],
): Readonly<Record<string, Value>> => {
  const all: Record<string, Value> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (name in all) throw new Error(`two modules bring ${name}`);
    all[name] = value;
  }
  return all;
};

export const joinStorage = (parts: readonly StoragePart[]): StoragePart => ({
  tables: parts.flatMap((part) => part.tables),
  sqliteMigrations: parts.flatMap((part) => part.sqliteMigrations),
  postgresMigrations: parts.flatMap((part) => part.postgresMigrations),
});
