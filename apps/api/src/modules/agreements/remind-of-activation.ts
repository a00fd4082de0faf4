/** Reminds whoever an agreement was issued to that it waits to be activated, before its last day for that (R56, S17). */
import { DAY, dayAt, HOUR, REMINDER_DAYS, reminderDue } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { activationStore } from "./storage/activation.store.js";

export const REMINDER_EVERY_MS = HOUR;
const AT_ONCE = 100;
/** The longest notice, and a day for zones. */
const HORIZON = (Math.max(...REMINDER_DAYS) + 2) * DAY;

/** One round over what ends within the longest notice; returns how many mails it left for the worker. */
export const remindOfActivation = async (db: Database, clock: Clock): Promise<number> => {
  let reminded = 0;
  for (let after: string | null = null; ; ) {
    const now = clock.now();
    const waiting = await db.read.of(activationStore).waiting(now, now + HORIZON, { first: AT_ONCE, after });
    const due = waiting.flatMap((one) => {
      const days = reminderDue(one, dayAt(now, one.timeZone));
      return days === null ? [] : [{ ...one, days }];
    });
    if (due.length > 0) reminded += await leaveMails(db, due, now);
    after = waiting.at(-1)?.planId ?? null;
    if (waiting.length < AT_ONCE) return reminded;
  }
};

const leaveMails = (
  db: Database,
  due: readonly { readonly planId: string; readonly redeemBy: string; readonly days: number }[],
  at: number,
): Promise<number> =>
  db.transaction("remind of activation", async (tx) => {
    let left = 0;
    for (const { planId, redeemBy, days } of due) {
      // Another process may have been faster.
      if (!(await tx.of(activationStore).noteReminder(planId, days))) continue;
      const dedupeKey = `activation:${planId}:${redeemBy}:${days}`;
      await tx.of(outboxStore).add({ kind: "mail.activation-reminder", dedupeKey, payload: { planId }, at });
      left += 1;
    }
    return left;
  });
