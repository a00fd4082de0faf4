/** Teams and routing rows of a pack as the directory requests are routed by: whoever is named must be one engineer or lead (F69). */
import {
  type Account,
  isTimeZone,
  isWorker,
  normaliseEmail,
  type RoutingRow,
  type Severity,
  type Team,
  type TeamDirectory,
} from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { accountStore } from "../identity/module.js";
import type { PackError } from "./pack-error.js";
import type { PackContents } from "./shapes.js";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const SEVERITY: Readonly<Record<"A" | "B" | "C", Severity>> = { A: "CRITICAL", B: "MODERATE", C: "MINIMAL" };

type TeamFile = PackContents["TEAMS"];
type Members = ReadonlyMap<string, string>;

/** Account ids of those who can be members, by the address as it is written. */
const membersOf = async ({ teams }: TeamFile, stores: ReadStores): Promise<Members> => {
  const accounts = stores.of(accountStore);
  const members = new Map<string, string>();
  for (const written of new Set(teams.flatMap((team) => team.members))) {
    const email = normaliseEmail(written);
    const found: readonly Pick<Account, "id" | "roles">[] = email === null ? [] : await accounts.list({ email });
    const [account] = found;
    if (account !== undefined && found.length === 1 && isWorker(account)) members.set(written, account.id);
  }
  return members;
};

/** Names that no account of the database explains, and zones there are not. */
export const findTeamErrors = async (file: TeamFile, stores: ReadStores): Promise<PackError[]> => {
  const members = await membersOf(file, stores);
  return [
    ...file.teams.flatMap((team, place) =>
      team.members.flatMap((value, at): PackError[] =>
        members.has(value) ? [] : [{ code: "NO_STAFF", path: ["teams", place, "members", at], params: { value } }],
      ),
    ),
    ...file.routing.flatMap((row, place) =>
      (row.timeZones ?? []).flatMap((zone, at): PackError[] =>
        // A beginning such as Europe/ stands for all that begin with it.
        zone.endsWith("/") || isTimeZone(zone)
          ? []
          : [
              {
                code: "WRONG_FORM",
                path: ["routing", place, "timeZones", at],
                params: { expected: "ZONE", options: "", max: 0 },
              },
            ],
      ),
    ),
  ];
};

/** Whoever is no engineer or lead any more is left out. */
export const compileTeams = async (file: TeamFile, stores: ReadStores): Promise<Omit<TeamDirectory, "dataVersion">> => {
  const members = await membersOf(file, stores);
  return { teams: file.teams.map((team) => toTeam(team, members)), rows: file.routing.map(toRow) };
};

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const hoursOf = ({ days, start, end }: TeamFile["teams"][number]["hours"]): Team["hours"] => ({
  weekdays: days.map((day) => DAYS.indexOf(day) + 1),
  start: minutes(start),
  end: minutes(end),
});

const toTeam = (
  { id, name, nameRo, timeZone, languages, ...one }: TeamFile["teams"][number],
  members: Members,
): Team => ({
  id,
  name,
  nameRo,
  timeZone,
  languages,
  hours: hoursOf(one.hours),
  memberIds: one.members.flatMap((email) => members.get(email) ?? []).sort(),
  onCall: one.onCall.flatMap((shift) => {
    const accountId = members.get(shift.member);
    return accountId === undefined ? [] : [{ accountId, ...hoursOf(shift) }];
  }),
});

const toRow = (row: TeamFile["routing"][number]): RoutingRow => ({
  teamId: row.team,
  countries: row.countries ?? null,
  regions: row.regions ?? null,
  timeZones: row.timeZones ?? null,
  languages: row.languages ?? null,
  severities: row.severities?.map((code) => SEVERITY[code]) ?? null,
  support24x7: row.support24x7 ?? null,
  isInHours: row.inHours ?? null,
});
