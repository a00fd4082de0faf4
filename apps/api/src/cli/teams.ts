/** `accord teams show`: teams, members, hours, on-call and the routing table (F69); they are loaded as a pack. */
import { isWorking, onCallAt, type RoutingRow, type TeamDirectory } from "@accord/domain";
import { accountStore } from "../modules/identity/module.js";
import { teamStore } from "../modules/teams/module.js";
import { type Command, type CommandContext, type Outcome, table } from "./command.js";

export const teamsShow: Command = {
  name: "teams show",
  summary: "Show the teams, who is on call now, and the routing table",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "migrated",
  run: async (context) => show(context, await context.db.read.of(teamStore).load()),
};

const show = async ({ db, clock }: CommandContext, { teams, rows }: TeamDirectory): Promise<Outcome> => {
  const now = clock.now();
  const accounts = await db.read.of(accountStore).byIds(teams.flatMap(({ memberIds }) => memberIds));
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  const named = (ids: readonly string[]): string => ids.map((id) => emails.get(id) ?? id).join(", ");
  const shown = teams.map((team) => [
    team.id,
    team.name,
    team.timeZone,
    isWorking(team, now) ? "works" : "closed",
    named(onCallAt(team, now)),
    named(team.memberIds),
  ]);
  const routing = rows.map((row, place) => [String(place + 1), row.teamId, conditionsOf(row)]);
  return {
    data: { teams, rows },
    lines: [
      ...table([["team", "name", "zone", "now", "on call", "members"], ...shown]),
      "",
      ...table([["row", "team", "for"], ...routing]),
    ],
  };
};

const conditionsOf = ({ teamId: _team, ...conditions }: RoutingRow): string =>
  Object.entries(conditions)
    .filter(([, wanted]) => wanted !== null)
    .map(([name, wanted]) => `${name} ${Array.isArray(wanted) ? wanted.join(" ") : String(wanted)}`)
    .join(", ") || "everything else";
