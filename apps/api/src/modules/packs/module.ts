/** Packs of data: read, judged, put in force (F57, F58). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { packsPolicies } from "./policies.js";
import { packsStorage } from "./storage/tables.js";

export const packs = {
  ...packsPolicies,
  storage: packsStorage,
} satisfies ApiModule;

export { adoptPacks } from "./adopt.js";
export { type ChangedDraft, type ChangedPlan, computeImpact } from "./compute-impact.js";
export { diffOf, type PackChange } from "./diff.js";
export { contentOfText } from "./known-contents.js";
export { installPacks, updatePack } from "./load.js";
export { packTextOf } from "./pack-text.js";
export { takeDuePacks } from "./put-in-force.js";
export { PACK_BYTES } from "./read-pack.js";
export {
  referenceArticles,
  referenceCatalogue,
  referencePacks,
  referenceRest,
} from "./reference/reference-catalogue.js";
export {
  articlesOf,
  type DemoAgreement,
  type DemoEvent,
  type DemoRequest,
  type DemoWorld,
  packSeed,
  readArticles,
  readDemoWorld,
  SEVERITY,
  type SeedArticle,
} from "./reference/seed-files.js";
export { packSchema } from "./shapes.js";
export { type PackFacts, packStore } from "./storage/pack.store.js";
export { findTeamErrors } from "./teams.js";
export { asPackProblem, isTable, tenantsText } from "./tenants-table.js";
export type { PackState } from "./types/pack.type.js";
export { type PackContext, type PackFile, validatePack } from "./validate-pack.js";
