/** Teams of a test API: a routing table over people made at will; the clock moves on so that the API has read it. */
import type { RoutingRow, Team } from "@accord/domain";
import { teamStore } from "../../apps/api/src/modules/teams/module.js";
import type { Person, TestApi } from "./test-api.js";

const ALWAYS = { weekdays: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 };

export const teamWith = (id: string, members: readonly Person[], more: Partial<Team> = {}): Team => ({
  id,
  name: `Team ${id}`,
  nameRo: `Echipa ${id}`,
  timeZone: "Europe/Bucharest",
  languages: ["en"],
  hours: ALWAYS,
  memberIds: members.map(({ account }) => account.id),
  onCall: [],
  ...more,
});

export const rowTo = (teamId: string, more: Partial<RoutingRow> = {}): RoutingRow => ({
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

/** Puts them in force. */
export const setTeams = async (api: TestApi, teams: readonly Team[], rows: readonly RoutingRow[]): Promise<void> => {
  await api.db.transaction("test teams", (tx) => tx.of(teamStore).replace({ teams, rows }));
  const seen = async (): Promise<boolean> => {
    const { account } = await api.person({ roles: ["LEAD"] });
    const lead = await api.personByEmail(account.email);
    const answer = await lead.ask("{ workspace { teams { id: slug } } }");
    return answer.data.workspace.teams.map(({ id }: { id: string }) => id).join() === teams.map(({ id }) => id).join();
  };
  for (let tries = 0; tries < 20; tries += 1) {
    api.clock.advance(31_000);
    if (await seen()) return;
  }
  throw new Error("the teams were not read");
};
