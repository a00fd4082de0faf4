/** What accounts call things of ours: a row for the reference and for each entry kept with it. */
import type { EpochMs, MetadataEntry } from "@accord/domain";
import { defineTable, instant, key, type RowOf, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";
import { insertRows, selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

const kept = migration("References1795400070000", {
  up: [
    `CREATE TABLE "external_reference" (
    "account_id" text NOT NULL,
    "object_id" text NOT NULL,
    "name" text NOT NULL,
    "value" text NOT NULL,
    "at" bigint NOT NULL,
    PRIMARY KEY ("account_id", "object_id", "name"),
    CONSTRAINT "external_reference_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
  )`,
    `CREATE INDEX "external_reference_by_value" ON "external_reference" ("account_id", "name", "value", "object_id")`,
  ],
  down: [`DROP TABLE "external_reference"`],
});

/** The name of the reference itself: no entry of metadata is called nothing. */
const REFERENCE = "";

export const externalReferenceTable = defineTable({
  name: "external_reference",
  person: { by: ["accountId"], atErasure: "DELETED" },
  migrations: [kept],
  columns: {
    accountId: key("account_id", "ID"),
    objectId: key("object_id", "ID"),
    name: key("name", "WORDS"),
    value: text("value", "WORDS"),
    at: instant("at", "FACT"),
  },
  foreignKeys: [
    {
      name: "external_reference_account",
      target: "account",
      columnNames: ["accountId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "external_reference_by_value", columns: ["accountId", "name", "value", "objectId"] }],
});
type Row = RowOf<typeof externalReferenceTable>;

/** What an account calls a thing, and keeps with it. */
export interface Reference {
  readonly externalReference: string | null;
  /** By name. */
  readonly metadata: readonly MetadataEntry[];
}

export interface KeptReference extends Reference {
  readonly objectId: string;
}

interface Reads {
  /** Of these things; what has none is left out. */
  ofObjects(accountId: string, objectIds: readonly string[]): Promise<KeptReference[]>;
  /** Things that the account calls so; null: nothing is asked. */
  calledSo(accountId: string, reference: Reference): Promise<ReadonlySet<string> | null>;
}
interface Writes extends Reads {
  /** Nothing is written where there is nothing to keep. */
  keep(accountId: string, objectId: string, reference: Reference, at: EpochMs): Promise<void>;
  forget(accountId: string, objectId: string): Promise<void>;
}

const toReferences = (rows: readonly Row[]): KeptReference[] => {
  const objectIds = [...new Set(rows.map(({ objectId }) => objectId))];
  return objectIds.map((objectId) => {
    const own = rows.filter((row) => row.objectId === objectId);
    return {
      objectId,
      externalReference: own.find(({ name }) => name === REFERENCE)?.value ?? null,
      metadata: own.filter(({ name }) => name !== REFERENCE).map(({ name, value }) => ({ name, value })),
    };
  });
};

const entriesOf = ({ externalReference, metadata }: Reference): readonly MetadataEntry[] => [
  ...(externalReference === null ? [] : [{ name: REFERENCE, value: externalReference }]),
  ...metadata,
];

const createReads = ({ sql }: StoreContext): Reads => ({
  ofObjects: async (accountId, objectIds) => {
    const rest = `FROM external_reference WHERE account_id = ? AND ${isInList(sql.dialect, "object_id")} ORDER BY object_id, name`;
    return toReferences(await selectRows(sql, externalReferenceTable, rest, [accountId, asList(objectIds)]));
  },
  calledSo: async (accountId, reference) => {
    const wanted = calledSo(accountId, "r.object_id", reference);
    if (wanted === null) return null;
    const text = `SELECT DISTINCT r.object_id AS "objectId" FROM external_reference r WHERE r.account_id = ? AND ${wanted.text}`;
    const rows = await sql.all<{ objectId: string }>(text, [accountId, ...wanted.params]);
    return new Set(rows.map(({ objectId }) => objectId));
  },
});

const createWrites = (context: WriteContext): Writes => ({
  ...createReads(context),
  keep: async (accountId, objectId, reference, at) => {
    const rows = entriesOf(reference).map((entry) => ({ ...entry, accountId, objectId, at }));
    await insertRows(context.sql, externalReferenceTable, rows);
  },
  forget: async (accountId, objectId) => {
    await context.sql.run(`DELETE FROM external_reference WHERE account_id = ? AND object_id = ?`, [
      accountId,
      objectId,
    ]);
  },
});

export const referenceStore: StoreKey<Reads, Writes> = { reads: createReads, writes: createWrites };

/** The things that `accountId` calls so, as a condition on `column`; null: any. */
export const calledSo = (
  accountId: string,
  column: string,
  asked: Reference,
): { readonly text: string; readonly params: string[] } | null => {
  const entries = entriesOf(asked);
  if (entries.length === 0) return null;
  const one = `${column} IN (SELECT f.object_id FROM external_reference f WHERE f.account_id = ? AND f.name = ? AND f.value = ?)`;
  return {
    text: entries.map(() => one).join(" AND "),
    params: entries.flatMap(({ name, value }) => [accountId, name, value]),
  };
};
