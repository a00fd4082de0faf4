/** Administration: agreements issued and changed, imports, people and their roles, packs, the audit record, the overview (F56-F60, F82). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import { DAY, dayAt } from "@accord/domain";
import type { ApiModule } from "../../kernel/module.js";
import { signIn } from "../identity/module.js";
import { forgetReports } from "./imports/load-import.js";
import { endStaleImports } from "./imports/run-import.js";
import { administrationObjects } from "./objects.js";
import { refusalTally } from "./overview/refusal-tally.js";
import { registerAdministration } from "./pages/admin-routes.js";
import { administrationPolicies } from "./policies.js";
import { overviewStore } from "./storage/overview.store.js";
import { administrationStorage } from "./storage/tables.js";

/** What a crash may leave uncounted. */
const REFUSALS_EVERY_MS = 10_000;
/** Refusals by day and reason: a year is compared with the year before. */
const REFUSALS_KEPT_FOR = 760 * DAY;
/** The report on the rows of an import. */
const REPORTS_KEPT_FOR = 30 * DAY;

export const administration = {
  ...administrationPolicies,
  ...administrationObjects,
  storage: administrationStorage,
  schema: async () => (await import("./graphql.js")).administrationSchema,
  routes: (app, { db, clock, config, of }) =>
    registerAdministration(app, {
      db,
      clock,
      authenticate: of(signIn).authenticate,
      publicOrigin: config.publicOrigin,
      entitlementZone: config.entitlementZone,
      limits: config.limits,
    }),
  jobs: [
    { name: "counting refusals", everyMs: REFUSALS_EVERY_MS, run: ({ of }) => of(refusalTally).flush() },
    {
      name: "ending stale imports",
      everyMs: null,
      atStart: "required",
      run: ({ db, clock }) => endStaleImports({ db, isGuest: false }, clock.now()),
    },
  ],
  sweeps: [
    { within: (tx, at) => tx.of(overviewStore).deleteRefusals(dayAt(at - REFUSALS_KEPT_FOR, "UTC")) },
    { beside: (db, at) => forgetReports(db, at - REPORTS_KEPT_FOR) },
  ],
} satisfies ApiModule;

export { adjustIncidents, revokeAgreement, rotatePair, updateAgreementEnd } from "./agreements/change-agreement.js";
export { makeActivationLink } from "./agreements/make-activation-link.js";
export { makeAgreement } from "./agreements/make-agreement.js";
export { newPair } from "./agreements/new-pair.js";
export type { ImportContext } from "./imports/import-context.js";
export { beginLoading, dropImport, loadImport } from "./imports/load-import.js";
export { beginImport, checkImport } from "./imports/run-import.js";
export { createRefusalTally, type RefusalTally, refusalTally } from "./overview/refusal-tally.js";
export { createPackPreview, type PackPreview } from "./packs/create-pack-preview.js";
export { exportPack } from "./packs/list-packs.js";
export { updateStaffRoles } from "./people/change-people.js";
export { agreementImportStore } from "./storage/agreement-import.store.js";
export type { ImportOutcome, ReportedRow } from "./storage/agreement-import-row.js";
export { overviewStore } from "./storage/overview.store.js";
