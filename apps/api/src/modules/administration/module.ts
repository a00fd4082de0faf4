/** Administration: agreements issued and changed, imports, people and their roles, data sets, the audit record, the overview (F56-F60, F82). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { administrationObjects } from "./objects.js";
import { administrationPolicies } from "./policies.js";
import { administrationStorage } from "./storage/tables.js";

export const administration = {
  ...administrationPolicies,
  ...administrationObjects,
  storage: administrationStorage,
  schema: async () => (await import("./graphql.js")).administrationSchema,
} satisfies ApiModule;

export { adjustIncidents, extendAgreement, revokeAgreement, rotatePair } from "./agreements/change-agreement.js";
export { makeActivationLink } from "./agreements/make-activation-link.js";
export { makeAgreement } from "./agreements/make-agreement.js";
export { newPair } from "./agreements/new-pair.js";
export type { ImportContext } from "./imports/import-context.js";
export { beginLoading, dropImport, forgetReports, loadImport } from "./imports/load-import.js";
export { beginImport, checkImport, endStaleImports } from "./imports/run-import.js";
export { createRefusalTally, type RefusalTally } from "./overview/refusal-tally.js";
export { exportPack } from "./packs/list-packs.js";
export { type PackPreview, previewPack } from "./packs/preview-pack.js";
export { registerAdministration } from "./pages/admin-routes.js";
export { setStaffRoles } from "./people/change-people.js";
export { agreementImportStore } from "./storage/agreement-import.store.js";
export type { ImportOutcome, ReportedRow } from "./storage/agreement-import-row.js";
export { overviewStore } from "./storage/overview.store.js";
