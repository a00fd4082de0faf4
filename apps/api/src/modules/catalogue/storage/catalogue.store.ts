/** The catalogue: reference data read whole into memory, one JSON document per kind. */

import { createHash } from "node:crypto";
import type {
  Country,
  EpochMs,
  PackKind,
  Portal,
  Product,
  ProductVersion,
  Programme,
  Region,
  Severity,
  Topic,
} from "@accord/domain";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { catalogueDocumentTable } from "./catalogue-document.table.js";
import { packsThatHold } from "./packs-in-force.js";

export interface SeverityLevel {
  readonly severity: Severity;
  readonly name: string;
  readonly nameRo: string;
  readonly impact: string;
  readonly impactRo: string;
  readonly responseHours: number;
  readonly offers24x7: boolean;
  readonly customerCommitment: string;
  readonly customerCommitmentRo: string;
}

export interface Catalogue {
  /** Changes exactly when the content does: ETag of everything derived from it. Empty before the first seed. */
  readonly dataVersion: string;
  /** The packs it was made of (packs.set); null where there are none. */
  readonly packSetId: string | null;
  /** When what holds of each kind took effect. */
  readonly inForceSince: Readonly<Partial<Record<PackKind, EpochMs>>>;
  readonly products: readonly Product[];
  readonly versions: readonly ProductVersion[];
  readonly topics: readonly Topic[];
  readonly portals: readonly Portal[];
  readonly regions: readonly Region[];
  readonly countries: readonly Country[];
  readonly severities: readonly SeverityLevel[];
  readonly programmes: readonly Programme[];
}

export interface CatalogueReads {
  load(): Promise<Catalogue>;
}

export interface CatalogueWrites extends CatalogueReads {
  /** Replaces what is given and differs; false when nothing did. */
  replace(catalogue: Partial<CatalogueContent>): Promise<boolean>;
}

/** What the documents hold. */
export type CatalogueContent = Omit<Catalogue, "dataVersion" | "packSetId" | "inForceSince">;

type Kind = keyof CatalogueContent;

const EMPTY: CatalogueContent = {
  products: [],
  versions: [],
  topics: [],
  portals: [],
  regions: [],
  countries: [],
  severities: [],
  programmes: [],
};
const KINDS = Object.keys(EMPTY) as readonly Kind[];

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Documents from before every problem had a Romanian name hold null there. */
const named = (topic: Topic): Topic => ({
  ...topic,
  categories: topic.categories.map((category) => ({
    ...category,
    problems: category.problems.map((problem) => ({ ...problem, nameRo: problem.nameRo ?? problem.name })),
  })),
});

export const createCatalogueReads = (context: StoreContext): CatalogueReads => ({
  load: async () => {
    const rows = await (await context.manager()).find(catalogueDocumentTable, { order: { kind: "ASC" } });
    const content = Object.fromEntries(rows.map((row) => [row.kind, JSON.parse(row.content) as unknown]));
    const dataVersion =
      rows.length === 0 ? "" : digestOf(rows.map((row) => `${row.kind}:${row.digest}`).join("\n")).slice(0, 16);
    // Another process may have replaced them.
    context.programmes.compare(rows.find((row) => row.kind === "programmes")?.digest ?? null);
    const catalogue = { ...EMPTY, ...content };
    return { ...catalogue, topics: catalogue.topics.map(named), dataVersion, ...(await packsThatHold(context.sql)) };
  },
});

export const createCatalogueWrites = (context: WriteContext): CatalogueWrites => ({
  ...createCatalogueReads(context),
  replace: async (catalogue) => {
    const known = await (await context.manager()).find(catalogueDocumentTable, {
      select: { kind: true, digest: true },
    });
    const digests = new Map(known.map((row) => [row.kind, row.digest]));
    const rows = KINDS.flatMap((kind) => {
      if (catalogue[kind] === undefined) return [];
      const content = JSON.stringify(catalogue[kind]);
      return [{ kind, content, digest: digestOf(content) }];
    }).filter((row) => digests.get(row.kind) !== row.digest);
    if (rows.length === 0) return false;
    await (await context.manager()).upsert(catalogueDocumentTable, rows, ["kind"]);
    context.programmes.forget();
    context.onEnd(() => context.programmes.forget());
    return true;
  },
});

export const catalogueStore: StoreKey<CatalogueReads, CatalogueWrites> = {
  reads: createCatalogueReads,
  writes: createCatalogueWrites,
};
