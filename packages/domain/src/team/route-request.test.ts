/** Routing by country, zone, language, severity and round-the-clock support, explained (F69). */
import { describe, expect, it } from "vitest";
import { type RoutingFacts, routeRequest } from "./route-request.js";
import { isWorking, onCallAt, type RoutingRow, type Team, type TeamDirectory } from "./team.js";

const WEEKDAYS = [1, 2, 3, 4, 5];
const team = (id: string, more: Partial<Team> = {}): Team => ({
  id,
  name: id,
  nameRo: id,
  timeZone: "Europe/Bucharest",
  languages: ["en"],
  hours: { weekdays: WEEKDAYS, start: 9 * 60, end: 18 * 60 },
  memberIds: [],
  onCall: [],
  ...more,
});
const row = (teamId: string, more: Partial<RoutingRow> = {}): RoutingRow => ({
  teamId,
  countries: null,
  regions: null,
  timeZones: null,
  languages: null,
  severities: null,
  support24x7: null,
  isInHours: null,
  ...more,
});
const facts = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  country: "DE",
  regionId: "europe",
  timeZone: "Europe/Berlin",
  language: "en",
  severity: "MODERATE",
  support24x7: false,
  ...more,
});
const critical = team("critical", {
  onCall: [
    { accountId: "acc_day", weekdays: WEEKDAYS, start: 7 * 60, end: 19 * 60 },
    { accountId: "acc_night", weekdays: WEEKDAYS, start: 19 * 60, end: 7 * 60 },
  ],
});
const directory: TeamDirectory = {
  dataVersion: "1",
  teams: [critical, team("romanian"), team("americas"), team("apac", { timeZone: "Asia/Tokyo" }), team("emea")],
  rows: [
    row("critical", { severities: ["CRITICAL"], support24x7: true }),
    row("romanian", { languages: ["ro"], regions: ["europe"] }),
    row("americas", { timeZones: ["America/"] }),
    row("apac", { countries: ["JP"], isInHours: true }),
    row("emea", { regions: ["europe", "middle-east-africa"] }),
  ],
};
const MONDAY_10 = Date.UTC(2026, 10, 23, 8);
const teamFor = (more: Partial<RoutingFacts>, at = MONDAY_10) => routeRequest(facts(more), directory, at).teamId;

describe("routing", () => {
  it("F69: the first row whose every condition holds wins", () => {
    expect(teamFor({})).toBe("emea");
    expect(teamFor({ language: "ro" })).toBe("romanian");
    expect(
      teamFor({ language: "ro", regionId: "asia-pacific", country: "AU", timeZone: "Australia/Sydney" }),
    ).toBeNull();
    expect(teamFor({ country: "US", regionId: "north-america", timeZone: "America/Chicago" })).toBe("americas");
    expect(teamFor({ language: "ro", severity: "CRITICAL", support24x7: true })).toBe("critical");
    expect(teamFor({ severity: "CRITICAL" })).toBe("emea");
  });

  it("F69: a row may ask that its team works at that moment", () => {
    const japan = { country: "JP", regionId: "japan", timeZone: "Asia/Tokyo" };
    expect(teamFor(japan, Date.UTC(2026, 10, 23, 3))).toBe("apac");
    expect(teamFor(japan, Date.UTC(2026, 10, 23, 12))).toBeNull();
  });

  it("F69: explains each row it tried, what held and what did not, and stops at the one that matched", () => {
    expect(routeRequest(facts({ language: "ro", severity: "CRITICAL" }), directory, MONDAY_10)).toEqual({
      teamId: "romanian",
      rows: [
        { position: 1, teamId: "critical", isMatch: false, held: ["SEVERITY"], failed: ["SUPPORT_24X7"] },
        { position: 2, teamId: "romanian", isMatch: true, held: ["REGION", "LANGUAGE"], failed: [] },
      ],
      onCallIds: [],
      at: MONDAY_10,
    });
  });

  it("F69: critical round-the-clock support reaches who is on call, day and night, over midnight and the weekend's edge", () => {
    const onCall = (at: number) =>
      routeRequest(facts({ severity: "CRITICAL", support24x7: true }), directory, at).onCallIds;
    expect(onCall(MONDAY_10)).toEqual(["acc_day"]);
    expect(onCall(Date.UTC(2026, 10, 23, 22))).toEqual(["acc_night"]);
    // Friday's night shift runs into Saturday morning, and no further.
    expect(onCall(Date.UTC(2026, 10, 28, 4, 59))).toEqual(["acc_night"]);
    expect(onCall(Date.UTC(2026, 10, 28, 5))).toEqual([]);
    expect(onCallAt(critical, Date.UTC(2026, 10, 23, 4, 59))).toEqual([]);
  });

  it("F69, E16: hours follow the wall clock of the team over a clock change", () => {
    const eight = (month: number, day: number, hourUtc: number) =>
      isWorking(team("x"), Date.UTC(2026, month, day, hourUtc));
    expect(eight(9, 23, 6)).toBe(true);
    expect(eight(9, 26, 6)).toBe(false);
    expect(eight(9, 26, 7)).toBe(true);
  });

  it("F69: a row to a team that is gone is passed over; an empty table routes nowhere", () => {
    const gone = { ...directory, rows: [row("gone"), row("emea")] };
    expect(routeRequest(facts(), gone, MONDAY_10)).toMatchObject({ teamId: "emea", rows: [{ position: 2 }] });
    expect(routeRequest(facts(), { dataVersion: "", teams: [], rows: [] }, MONDAY_10)).toMatchObject({
      teamId: null,
      rows: [],
    });
  });
});
