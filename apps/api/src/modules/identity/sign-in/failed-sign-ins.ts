/** Failed sign-ins: a wall for the transaction, a brake for the address, which others may share (contract.md, Limits; K4). */
import { createHash } from "node:crypto";
import { brakeWait, type EpochMs, MINUTE } from "@accord/domain";
import type { FastifyRequest } from "fastify";
import type { Database } from "../../../kernel/db/index.js";
import { limitAddress } from "../../../kernel/http/request-origin.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import { TRANSACTION_SECONDS, type Transaction } from "./transaction.js";

const WINDOW = 15 * MINUTE;
/** Shorter than the life of the shortest-lived code: whoever waits still has a good one. */
const LONGEST_WAIT = 30_000;

export interface FailedSignIns {
  /** Milliseconds until this sign-in may go on, "spent" when it may no more; null: go on now. */
  standing(request: FastifyRequest, transaction: Transaction, now: EpochMs): Promise<number | "spent" | null>;
  count(request: FastifyRequest, transaction: Transaction, now: EpochMs): Promise<void>;
}

export const createFailedSignIns = (db: Database, limits: Limits): FailedSignIns => ({
  standing: async (request, transaction, now) => {
    const rateCounters = db.read.of(rateCounterStore);
    if ((await rateCounters.used(transactionKey(transaction), now)) >= limits.failuresPerSignIn) return "spent";
    const excess = (await rateCounters.used(addressKey(request), now)) - limits.failedSignInsPerAddress;
    if (excess < 0) return null;
    // Counted from where the sign-in began: a person's time at the provider is waiting enough, and nobody else can spend it.
    const wait = transaction.startedAt + Math.min(LONGEST_WAIT, brakeWait(excess)) - now;
    return wait > 0 ? wait : null;
  },
  count: (request, transaction, now) =>
    db.transaction("count failed sign-in", async (tx) => {
      await tx.of(rateCounterStore).count(addressKey(request), WINDOW, now);
      await tx.of(rateCounterStore).count(transactionKey(transaction), TRANSACTION_SECONDS * 1000, now);
    }),
});

const addressKey = (request: FastifyRequest): string => `sign-in:${limitAddress(request.ip)}`;

const transactionKey = ({ state }: Transaction): string =>
  `sign-in:transaction:${createHash("sha256").update(state).digest("hex").slice(0, 32)}`;
