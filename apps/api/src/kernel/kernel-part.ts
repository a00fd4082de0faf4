/** What the kernel keeps and publishes for every noun. */
import { auditTable } from "./audit/audit.table.js";
import { auditDetailTable } from "./audit/audit-detail.table.js";
import { txGuardTable } from "./db/tx-guard.table.js";
import { idempotencyTable } from "./graphql/idempotency.table.js";
import { kernelPolicies } from "./graphql/policies.js";
import { outboxTable } from "./jobs/outbox.table.js";
import { sweepTable } from "./jobs/sweep.table.js";
import { keyCheckTable } from "./keys/key-check.table.js";
import { rateCounterTable } from "./limits/rate-counter.table.js";
import type { ApiModule } from "./module.js";

export const kernelPart = {
  ...kernelPolicies,
  storage: {
    tables: [
      auditTable,
      auditDetailTable,
      txGuardTable,
      idempotencyTable,
      outboxTable,
      sweepTable,
      rateCounterTable,
      keyCheckTable,
    ],
    appendOnly: ["audit"],
  },
  schema: async () => ({ resolvers: [], types: [(await import("./graphql/user-error.type.js")).InputErrorType] }),
} satisfies ApiModule;
