/** The round that tells of and closes what nobody answers: short units, each judged anew, so that several processes may run it (F48). */
import { type EpochMs, type SilenceStep, silenceBounds, silenceStep } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import { type Database, newId, type WriteStores } from "../../../kernel/db/index.js";
import type { RequestDetail, TimelineEntry } from "../storage/request.store.js";
import { requestStore } from "../storage/request-writes.js";

/** How often it comes round. */
export const SILENCE_EVERY_MS = 300_000;
const RUN = 100;

/** One round; the number of steps taken. */
export const closeSilentRequests = async (db: Database, clock: Clock): Promise<number> => {
  let steps = 0;
  for (;;) {
    const ids = await db.read.of(requestStore).silent(silenceBounds(clock.now()), RUN);
    const before = steps;
    for (const id of ids) if (await takeStep(db, id, clock)) steps += 1;
    // A replica may tell of what is done already: the next round sees it.
    if (ids.length < RUN || steps === before) return steps;
  }
};

const takeStep = (db: Database, id: string, clock: Clock): Promise<boolean> =>
  db.transaction("close silent request", async (tx) => {
    const at = clock.now();
    const request = await tx.of(requestStore).byIdForChange(id);
    const step = request === null ? null : silenceStep(request, at);
    if (request === null || step === null) return false;
    await STEPS[step.kind](tx, request, step, at);
    return true;
  });

type Take = (tx: WriteStores, request: RequestDetail, step: SilenceStep, at: EpochMs) => Promise<void>;

const STEPS: Readonly<Record<SilenceStep["kind"], Take>> = {
  NOTICE: async (tx, { id }, _step, at) => {
    await tx.of(requestStore).update(id, { closingNoticeAt: at, updatedAt: at });
    await tx.of(requestStore).addEvents([entryOf(id, at, { kind: "CLOSING_SOON" })]);
  },
  CLOSE: async (tx, { id }, step, at) => {
    const closedReason = step.kind === "CLOSE" ? step.closedReason : null;
    await tx.of(requestStore).update(id, { status: "CLOSED", closedReason, closedAt: at, updatedAt: at });
    const params = { reason: closedReason ?? "" };
    await tx.of(requestStore).addEvents([entryOf(id, at, { kind: "CLOSED", status: "CLOSED", params })]);
    await tx.of(auditStore).append({ actorId: null, action: "request.closeSilent", objectId: id, details: params, at });
  },
};

const entryOf = (
  requestId: string,
  at: EpochMs,
  entry: Pick<TimelineEntry, "kind"> & Partial<TimelineEntry>,
): TimelineEntry => ({
  id: newId("evt", at),
  requestId,
  actorId: null,
  isFromSupport: true,
  isInternal: false,
  text: null,
  status: null,
  at,
  ...entry,
});
