/** What the kernel keeps and publishes for every noun. */

import { DAY } from "@accord/domain";
import { auditTable } from "./audit/audit.table.js";
import { auditDetailTable } from "./audit/audit-detail.table.js";
import { exportHead, HEAD_EVERY_MS, headsFile } from "./audit/audit-heads.js";
import { txGuardTable } from "./db/tx-guard.table.js";
import { idempotencyStore } from "./graphql/idempotency.store.js";
import { idempotencyTable } from "./graphql/idempotency.table.js";
import { kernelPolicies } from "./graphql/policies.js";
import { outboxStore } from "./jobs/outbox.store.js";
import { outboxTable } from "./jobs/outbox.table.js";
import { outboxWorkStore } from "./jobs/outbox-work.store.js";
import { sweepTable } from "./jobs/sweep.table.js";
import { keyCheckTable } from "./keys/key-check.table.js";
import { rateCounterStore } from "./limits/rate-counter.store.js";
import { rateCounterTable } from "./limits/rate-counter.table.js";
import type { ApiModule } from "./module.js";
import { kernelSubjectStore } from "./subject.store.js";

/** Answers of commands under a key are kept this long. */
const IDEMPOTENCY_DAYS = 30;

const HELD_NOTE =
  "messages of a restored backup are held, for they may have gone out before: accord outbox release lets them go, with --drop they never do";

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
  jobs: [
    {
      name: "exporting the head of the audit chain",
      everyMs: HEAD_EVERY_MS,
      atStart: "awaited",
      run: ({ db, clock, config, log }) => exportHead({ db, clock, file: headsFile(config.dataDir), log }),
    },
    {
      name: "telling of held messages",
      everyMs: 30_000,
      atStart: "awaited",
      run: async ({ db, notes }) => {
        if ((await db.read.of(outboxStore).countHeld()) > 0) notes.add(HELD_NOTE);
        else notes.delete(HELD_NOTE);
      },
    },
  ],
  sweeps: [
    { within: (tx, at) => tx.of(rateCounterStore).deleteExpired(at) },
    { within: (tx, at) => tx.of(idempotencyStore).deleteBefore(at - IDEMPOTENCY_DAYS * DAY) },
  ],
  erased: [(tx, subject) => tx.of(kernelSubjectStore).forget(subject)],
  restored: [(tx, at) => tx.of(outboxWorkStore).holdAll(at)],
  schema: async () => ({ resolvers: [], types: [(await import("./graphql/user-error.type.js")).InputErrorType] }),
} satisfies ApiModule;
