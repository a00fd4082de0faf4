/** Which team a request goes to, and why: every row that was tried, with what spoke against it (F69). */

import type { SupportRequest } from "../request/support-request.js";
import type { EpochMs, TimeZoneName } from "../shared/calendar.js";
import { isWorking, onCallAt, type RoutingRow, type Team, type TeamDirectory, teamOf } from "./team.js";

export interface RoutingFacts extends Pick<SupportRequest, "country" | "severity" | "support24x7"> {
  readonly regionId: string;
  readonly timeZone: TimeZoneName;
  /** Of the person who entered the request. */
  readonly language: string;
}

export const ROUTING_CONDITIONS = [
  "COUNTRY",
  "REGION",
  "TIME_ZONE",
  "LANGUAGE",
  "SEVERITY",
  "SUPPORT_24X7",
  "TEAM_HOURS",
] as const;
export type RoutingCondition = (typeof ROUTING_CONDITIONS)[number];

export interface TriedRow {
  /** From 1, as in the table. */
  readonly position: number;
  readonly teamId: string;
  readonly isMatch: boolean;
  /** Conditions it names that held. */
  readonly held: readonly RoutingCondition[];
  /** Conditions that did not. */
  readonly failed: readonly RoutingCondition[];
}

export interface Routing {
  /** Null: no row matched, every engineer is asked. */
  readonly teamId: string | null;
  /** In their order, the last of them the one that matched. */
  readonly rows: readonly TriedRow[];
  /** Who is reached at once: only for critical round-the-clock support. */
  readonly onCallIds: readonly string[];
  readonly at: EpochMs;
}

/** Critical round-the-clock support reaches who is on call. */
export const reachesOnCall = ({ severity, support24x7 }: Pick<RoutingFacts, "severity" | "support24x7">): boolean =>
  severity === "CRITICAL" && support24x7;

export const routeRequest = (facts: RoutingFacts, directory: TeamDirectory, now: EpochMs): Routing => {
  const rows: TriedRow[] = [];
  for (const [place, row] of directory.rows.entries()) {
    const team = teamOf(directory, row.teamId);
    if (team === null) continue;
    const tried = tryRow(row, place + 1, facts, team, now);
    rows.push(tried);
    if (!tried.isMatch) continue;
    return { teamId: team.id, rows, onCallIds: reachesOnCall(facts) ? onCallAt(team, now) : [], at: now };
  }
  return { teamId: null, rows, onCallIds: [], at: now };
};

const tryRow = (row: RoutingRow, position: number, facts: RoutingFacts, team: Team, now: EpochMs): TriedRow => {
  const held: RoutingCondition[] = [];
  const failed: RoutingCondition[] = [];
  const ask = (condition: RoutingCondition, isNamed: boolean, holds: boolean): void => {
    if (isNamed) (holds ? held : failed).push(condition);
  };
  ask("COUNTRY", row.countries !== null, row.countries?.includes(facts.country) ?? true);
  ask("REGION", row.regions !== null, row.regions?.includes(facts.regionId) ?? true);
  ask("TIME_ZONE", row.timeZones !== null, row.timeZones?.some((zone) => isZone(zone, facts.timeZone)) ?? true);
  ask("LANGUAGE", row.languages !== null, row.languages?.includes(facts.language) ?? true);
  ask("SEVERITY", row.severities !== null, row.severities?.includes(facts.severity) ?? true);
  ask("SUPPORT_24X7", row.support24x7 !== null, row.support24x7 === facts.support24x7);
  ask("TEAM_HOURS", row.isInHours === true, isWorking(team, now));
  return { position, teamId: row.teamId, isMatch: failed.length === 0, held, failed };
};

const isZone = (wanted: string, zone: TimeZoneName): boolean =>
  wanted.endsWith("/") ? zone.startsWith(wanted) : zone === wanted;
