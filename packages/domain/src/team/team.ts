/** Teams of engineers with their hours and on-call shifts, and the routing table: data that an installation loads (F52, F69). */

import type { Severity } from "../request/support-request.js";
import { type EpochMs, type TimeZoneName, wallClock } from "../shared/calendar.js";

/** Hours of some weekdays in the team's zone. One that does not end after it starts runs into the next day. */
export interface TeamHours {
  /** ISO weekdays 1-7 on which it starts. */
  readonly weekdays: readonly number[];
  /** Minutes since midnight. */
  readonly start: number;
  readonly end: number;
}

/** When one member answers what cannot wait. */
export interface OnCallShift extends TeamHours {
  readonly accountId: string;
}

export interface Team {
  /** Slug. */
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  readonly timeZone: TimeZoneName;
  /** Languages its engineers write in. */
  readonly languages: readonly string[];
  readonly hours: TeamHours;
  readonly memberIds: readonly string[];
  readonly onCall: readonly OnCallShift[];
}

/** One row: every condition it names must hold; one it leaves out (null) holds for everything. */
export interface RoutingRow {
  readonly teamId: string;
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[] | null;
  /** Regions of the catalogue. */
  readonly regions: readonly string[] | null;
  /** Zones; one that ends in `/` stands for all that begin so. */
  readonly timeZones: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly severities: readonly Severity[] | null;
  readonly support24x7: boolean | null;
  /** True: only while the team works. */
  readonly isInHours: boolean | null;
}

/** Everything at once; the first row that matches wins. */
export interface TeamDirectory {
  /** Changes exactly when the content does. */
  readonly dataVersion: string;
  readonly teams: readonly Team[];
  readonly rows: readonly RoutingRow[];
}

const MINUTES_A_DAY = 1440;
const dayBefore = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1);

const isWithin = ({ weekdays, start, end }: TeamHours, weekday: number, minute: number): boolean => {
  if (end > start) return weekdays.includes(weekday) && minute >= start && minute < end;
  return (
    (weekdays.includes(weekday) && minute >= start) ||
    (weekdays.includes(dayBefore(weekday)) && minute < end % MINUTES_A_DAY)
  );
};

const isAt = (hours: TeamHours, zone: TimeZoneName, now: EpochMs): boolean => {
  const { weekday, minute } = wallClock(now, zone);
  return isWithin(hours, weekday, minute);
};

/** Whether the team works at this instant. */
export const isWorking = (team: Pick<Team, "hours" | "timeZone">, now: EpochMs): boolean =>
  isAt(team.hours, team.timeZone, now);

/** Who answers what cannot wait, each person once; empty where nobody has a shift. */
export const onCallAt = (team: Pick<Team, "onCall" | "timeZone">, now: EpochMs): readonly string[] => [
  ...new Set(team.onCall.filter((shift) => isAt(shift, team.timeZone, now)).map(({ accountId }) => accountId)),
];

export const teamOf = (directory: TeamDirectory, teamId: string | null): Team | null =>
  directory.teams.find((team) => team.id === teamId) ?? null;

/** Teams an account is a member of, in the order of the directory. */
export const teamsOf = (directory: TeamDirectory, accountId: string): readonly Team[] =>
  directory.teams.filter((team) => team.memberIds.includes(accountId));
