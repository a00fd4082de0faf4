/** What a module brings to the program (decision 28). The kernel knows the form and no noun. */
import type { EpochMs } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import type { WriteStores } from "./db/database.js";
import { joinStorage, type StoragePart } from "./db/storage-part.js";
import type { Erased } from "./db/subject.js";
import type { NodeKind, ObjectPolicy } from "./graphql/context.js";
import type { RefusalTable } from "./graphql/declared-refusals.js";
import type { TypeFields, TypeResolvers } from "./graphql/field-map.js";
import type { LiveFields } from "./graphql/live/live-field.js";
import type { RootPolicy } from "./graphql/root-policy.js";
import type { Job, Sweep } from "./jobs/job.js";
import type { ServerContext } from "./server-context.js";
import type { ServiceKey } from "./service.js";

/** What a module adds to the schema. */
export interface SchemaPart {
  readonly resolvers: readonly (new () => object)[];
  /** Computed fields. */
  readonly fields?: readonly TypeFields[];
  /** Types reached through an interface alone: the schema must be told of them. */
  readonly types?: readonly (new () => object)[];
  /** Of each interface it brings: the type of a value. */
  readonly typeResolvers?: TypeResolvers;
}

/** Who may see what a module adds: stands beside it, is judged with the rest (deny by default). */
export interface PolicyPart {
  /** Who may ask each root field. */
  readonly roots?: Readonly<Record<string, RootPolicy>>;
  /** The published fields of each type. */
  readonly published?: Readonly<Record<string, string>>;
  /** Types whose objects belong to somebody. Every field that leads to one of them is gated when the schema is built. */
  readonly objectPolicies?: Readonly<Record<string, ObjectPolicy>>;
  /** Which refusals each mutation can give. A mutation without a row is not served; each pair is reached by a test over HTTP (K8). */
  readonly refusals?: RefusalTable;
  /** Mutations that take no `idempotencyKey`: sent twice they do it once by themselves, for the reason that stands here. */
  readonly onceByNature?: Readonly<Record<string, string>>;
  /** Subscriptions. */
  readonly live?: LiveFields;
  /** What has a global id, by the prefix of the id. */
  readonly nodes?: Readonly<Record<string, NodeKind>>;
}

export interface ApiModule extends PolicyPart {
  readonly storage?: StoragePart;
  /** What it keeps in memory; started once for a process. */
  readonly services?: readonly ServiceKey<unknown>[];
  /** Adds its addresses to the HTTP server. */
  readonly routes?: (app: FastifyInstance, context: ServerContext) => void;
  /** What comes round by itself. */
  readonly jobs?: readonly Job[];
  /** What is thrown away once it has ended. */
  readonly sweeps?: readonly Sweep[];
  /** What is made of rows, anew, when a database was filled with them. */
  readonly filled?: readonly Restored[];
  /** What is ended, held when a backup was restored: it is older than what went out since. In one transaction. */
  readonly restored?: readonly Restored[];
  /** What no column says of a person who is erased: before the rows go that the tables say, in one transaction. */
  readonly erased?: readonly Erased[];
  /** Loaded with the schema: it is the largest part of the program, and the command line needs none of it. */
  readonly schema?: () => Promise<SchemaPart>;
}

/** One of it, at the instant of the restore. */
export type Restored = (tx: WriteStores, at: EpochMs) => Promise<unknown>;

/** What all modules bring together. */
export interface Modules extends Required<PolicyPart> {
  readonly storage: StoragePart;
  readonly services: readonly ServiceKey<unknown>[];
  readonly routes: (app: FastifyInstance, context: ServerContext) => void;
  readonly jobs: readonly Job[];
  readonly sweeps: readonly Sweep[];
  readonly filled: readonly Restored[];
  readonly restored: readonly Restored[];
  readonly erased: readonly Erased[];
  readonly schema: () => Promise<Required<SchemaPart>>;
}

/** @throws Error when two modules bring the same root field, type, gate, row of refusals or prefix of an id */
export const join = (modules: readonly ApiModule[]): Modules => ({
  roots: merge(modules.map((one) => one.roots)),
  published: merge(modules.map((one) => one.published)),
  objectPolicies: merge(modules.map((one) => one.objectPolicies)),
  refusals: merge(modules.map((one) => one.refusals)),
  onceByNature: merge(modules.map((one) => one.onceByNature)),
  live: merge(modules.map((one) => one.live)),
  nodes: merge(modules.map((one) => one.nodes)),
  storage: joinStorage(modules.flatMap((one) => one.storage ?? [])),
  services: modules.flatMap((one) => one.services ?? []),
  routes: (app, context) => {
    for (const one of modules) one.routes?.(app, context);
  },
  jobs: modules.flatMap((one) => one.jobs ?? []),
  sweeps: modules.flatMap((one) => one.sweeps ?? []),
  filled: modules.flatMap((one) => one.filled ?? []),
  restored: modules.flatMap((one) => one.restored ?? []),
  erased: modules.flatMap((one) => one.erased ?? []),
  schema: async () => {
    const parts = await Promise.all(modules.map((one) => one.schema?.()));
    return {
      resolvers: parts.flatMap((part) => part?.resolvers ?? []),
      fields: parts.flatMap((part) => part?.fields ?? []),
      types: parts.flatMap((part) => part?.types ?? []),
      typeResolvers: merge(parts.map((part) => part?.typeResolvers)),
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
