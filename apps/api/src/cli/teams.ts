/** `accord teams import|show`: teams, members, hours, on-call and the routing table as one file, taken whole or not at all (F69). */
import { readFileSync } from "node:fs";
import { isWorking, onCallAt, type RoutingRow, type TeamDirectory } from "@accord/domain";
import { readTeams } from "../seed/team-file.js";
import { type Command, type CommandContext, CommandError, type Outcome, table } from "./command.js";

export const teamsImport: Command = {
  name: "teams import",
  summary: "Replace teams, on-call and the routing table by those of a JSON file: all of it, or nothing",
  usage: "<file.json> [--dry-run]   (the form of apps/api/seeds/teams.json)",
  options: { "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, options, positionals: [path = ""] }) => {
    const { countries, regions } = await db.read.catalogue.load();
    const read = await readTeams(readJson(path), {
      countries: new Set(countries.map(({ code }) => code)),
      regions: new Set(regions.map(({ id }) => id)),
      accountsOf: (email) => db.read.accounts.list({ email }),
    });
    if (!read.ok) {
      const faults = read.faults.map((fault) => `refused: ${fault}`);
      return {
        data: { result: "refused", faults: read.faults },
        lines: [...faults, "Nothing was changed."],
        exitCode: 1,
      };
    }
    const counts = { teams: read.directory.teams.length, rows: read.directory.rows.length };
    if (options["dry-run"] === true)
      return { data: { result: "would be replaced", ...counts }, lines: [`${told(counts)} would be there`] };
    const at = clock.now();
    const isReplaced = await db.run("teams.import", async (tx) => {
      const isNew = await tx.teams.replace(read.directory);
      if (isNew)
        await tx.audit.append({ actorId: null, action: "teams.import", objectId: "teams", details: counts, at });
      return isNew;
    });
    return {
      data: { result: isReplaced ? "replaced" : "unchanged", ...counts },
      lines: [
        `${told(counts)} ${isReplaced ? "are there; a running server sees them within half a minute" : "were there already"}`,
      ],
    };
  },
};

const told = ({ teams, rows }: { teams: number; rows: number }): string => `${teams} teams and ${rows} routing rows`;

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(code === undefined ? `${path} is not JSON` : `${path} cannot be read (${code})`);
  }
};

export const teamsShow: Command = {
  name: "teams show",
  summary: "Show the teams, who is on call now, and the routing table",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "migrated",
  run: async (context) => show(context, await context.db.read.teams.load()),
};

const show = async ({ db, clock }: CommandContext, { teams, rows }: TeamDirectory): Promise<Outcome> => {
  const now = clock.now();
  const accounts = await db.read.accounts.byIds(teams.flatMap(({ memberIds }) => memberIds));
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
