/** When an agreement begins and ends: calendar years plus days, the last day inclusive (R12, R13, E15). */
import type { Programme } from "../plan/support-plan.js";
import {
  addDays,
  addYears,
  type CivilDate,
  type EpochMs,
  endOfDay,
  startOfDay,
  type TimeZoneName,
} from "../shared/calendar.js";

export interface AgreementTerm {
  readonly startsOn: CivilDate;
  /** Inclusive last day. */
  readonly endsOn: CivilDate;
  readonly startsAt: EpochMs;
  /** First instant after the last day: usable while `now < endsAt`. */
  readonly endsAt: EpochMs;
}

/** The inclusive last day of a term that begins on `startsOn`. */
export const lastDayOfTerm = ({ term }: Pick<Programme, "term">, startsOn: CivilDate): CivilDate =>
  addDays(addYears(startsOn, term.years), term.extraDays);

/** `zone` is the agreement's own or ENTITLEMENT_TZ; never the viewer's or the request's (M-9). */
export const agreementTerm = (
  programme: Pick<Programme, "term">,
  startsOn: CivilDate,
  zone: TimeZoneName,
): AgreementTerm => {
  const endsOn = lastDayOfTerm(programme, startsOn);
  return { startsOn, endsOn, startsAt: startOfDay(startsOn, zone), endsAt: endOfDay(endsOn, zone) };
};
