/** The catalogue: products, versions, categories, programmes, portals, severities, countries (R31, R60). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { catalogueObjects } from "./objects.js";
import { cataloguePolicies } from "./policies.js";
import { catalogueStorage } from "./storage/tables.js";

export const catalogue = {
  ...cataloguePolicies,
  ...catalogueObjects,
  storage: catalogueStorage,
  schema: async () => (await import("./graphql.js")).catalogueSchema,
} satisfies ApiModule;

export { inForceReaders } from "./catalogue.fields.js";
export { catalogueCache, createCatalogueCache } from "./catalogue-cache.js";
export { type CatalogueContent, catalogueStore, type SeverityLevel } from "./storage/catalogue.store.js";
export { IN_FORCE, type PackDigests, packSetId } from "./storage/packs-in-force.js";
export { CatalogueIndex, LIFECYCLE_ZONE } from "./types/catalogue-index.js";
