/** Packs of data: read, judged, put in force (F57, F58). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { packsPolicies } from "./policies.js";
import { packsStorage } from "./storage/tables.js";

export const packs = {
  ...packsPolicies,
  storage: packsStorage,
} satisfies ApiModule;

export { adoptPacks } from "./adopt.js";
export { type PackChange, diffOf } from "./diff.js";
export { type PackFile, type PackGround, examinePack } from "./examine.js";
export { contentOfText } from "./known-contents.js";
export { loadPack, installPacks } from "./load.js";
export { type ChangedDraft, type ChangedPlan, outcomeOf } from "./outcome.js";
export { packTextOf } from "./pack-text.js";
export { takeDuePacks } from "./put-in-force.js";
export { PACK_BYTES } from "./read-pack.js";
export { referenceCatalogue, referenceArticles, referencePacks, referenceRest } from "./reference/reference-catalogue.js";
export { packSeed, readArticles, readDemoWorld, type SeedArticle, type DemoWorld, type DemoEvent, type DemoAgreement, type DemoRequest, SEVERITY, articlesOf } from "./reference/seed-files.js";
export { packSchema } from "./shapes.js";
export { packStore, type PackFacts } from "./storage/pack.store.js";
export { teamFaults } from "./teams.js";
export { asPackProblem, tenantsText, isTable } from "./tenants-table.js";
export type { PackState } from "./types/pack.type.js";
