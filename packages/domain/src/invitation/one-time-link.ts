/** One-time links: how long they hold, and when one opens nothing any more (G5, A-10). */

import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";

export const LINK_DAYS = 7;

/** When a link made at `at` ends. */
export const linkEndsAt = (at: EpochMs): EpochMs => at + LINK_DAYS * DAY;

export interface OneTimeLink {
  readonly expiresAt: EpochMs;
  /** Replaced by a newer one, or taken back. */
  readonly endedAt: EpochMs | null;
  readonly usedAt: EpochMs | null;
}

/** Whether the link still opens what it was made for; the instant of its end is too late. */
export const isLinkValid = ({ expiresAt, endedAt, usedAt }: OneTimeLink, now: EpochMs): boolean =>
  usedAt === null && endedAt === null && now < expiresAt;

/** An activation link goes through purchasing departments first: it holds longer than an invitation. */
export const ACTIVATION_DAYS = 30;

/** When an activation link made at `at` ends. */
export const activationEndsAt = (at: EpochMs): EpochMs => at + ACTIVATION_DAYS * DAY;
