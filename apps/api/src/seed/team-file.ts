/** A file of teams and routing rows in its own words, read and checked as a whole (F69): every fault is named, or the directory is sound. */
import {
  type Account,
  isTimeZone,
  isWorker,
  normaliseEmail,
  type RoutingRow,
  type Severity,
  type Team,
  type TeamDirectory,
  z,
} from "@accord/domain";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const SEVERITY: Readonly<Record<"A" | "B" | "C", Severity>> = { A: "CRITICAL", B: "MODERATE", C: "MINIMAL" };
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

const text = z.string().trim().min(1).max(200);
const hours = {
  days: z.array(z.enum(DAYS)).min(1),
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  end: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
};
const team = z.strictObject({
  id: z.string().regex(SLUG),
  name: text,
  nameRo: text,
  timeZone: z.string().refine(isTimeZone, "no IANA time zone"),
  languages: z.array(text),
  hours: z.strictObject(hours),
  members: z.array(text),
  onCall: z.array(z.strictObject({ member: text, ...hours })),
});
const row = z.strictObject({
  team: z.string(),
  countries: z.array(z.string().length(2)).min(1).optional(),
  regions: z.array(text).min(1).optional(),
  timeZones: z.array(text).min(1).optional(),
  languages: z.array(text).min(1).optional(),
  severities: z
    .array(z.enum(["A", "B", "C"]))
    .min(1)
    .optional(),
  support24x7: z.boolean().optional(),
  inHours: z.literal(true).optional(),
});
const file = z.strictObject({ teams: z.array(team).max(200), routing: z.array(row).max(1000) });
type TeamFile = z.infer<typeof file>;

/** What the file is held against. */
export interface Surroundings {
  readonly countries: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  /** Accounts with this address. */
  readonly accountsOf: (email: string) => Promise<readonly Pick<Account, "id" | "roles">[]>;
}

export type TeamsRead =
  | { readonly ok: true; readonly directory: Omit<TeamDirectory, "dataVersion"> }
  | { readonly ok: false; readonly faults: readonly string[] };

/** `json`: what JSON.parse answered. */
export const readTeams = async (json: unknown, surroundings: Surroundings): Promise<TeamsRead> => {
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    return { ok: false, faults };
  }
  const { members, faults } = await findMembers(parsed.data, surroundings);
  faults.push(...faultsOf(parsed.data, surroundings));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    directory: { teams: parsed.data.teams.map((one) => toTeam(one, members)), rows: parsed.data.routing.map(toRow) },
  };
};

type Members = ReadonlyMap<string, string>;

/** Everybody named must be one account of an engineer or a lead. */
const findMembers = async (
  { teams }: TeamFile,
  { accountsOf }: Surroundings,
): Promise<{ members: Members; faults: string[] }> => {
  const members = new Map<string, string>();
  const faults: string[] = [];
  for (const email of new Set(teams.flatMap((one) => one.members))) {
    const address = normaliseEmail(email);
    const [account, ...more] = address === null ? [] : await accountsOf(address);
    if (account === undefined)
      faults.push(`${email}: no account has this address; it exists from its first sign-in on`);
    else if (more.length > 0) faults.push(`${email}: several accounts have this address`);
    else if (!isWorker(account)) faults.push(`${email}: neither engineer nor lead (accord staff grant)`);
    else members.set(email, account.id);
  }
  return { members, faults };
};

const faultsOf = ({ teams, routing }: TeamFile, { countries, regions }: Surroundings): string[] => {
  const ids = new Set(teams.map(({ id }) => id));
  const faults = teams.flatMap((one, place) => [
    ...(teams.findIndex(({ id }) => id === one.id) < place ? [`teams.${place}.id: ${one.id} is there twice`] : []),
    ...one.onCall
      .filter(({ member }) => !one.members.includes(member))
      .map(({ member }) => `teams.${place}.onCall: ${member} is not in ${one.id}`),
  ]);
  for (const [place, one] of routing.entries()) {
    const name = `routing.${place}`;
    if (!ids.has(one.team)) faults.push(`${name}.team: no team ${one.team}`);
    for (const code of one.countries ?? [])
      if (!countries.has(code)) faults.push(`${name}.countries: no country ${code}`);
    for (const id of one.regions ?? []) if (!regions.has(id)) faults.push(`${name}.regions: no region ${id}`);
    for (const zone of one.timeZones ?? [])
      if (!zone.endsWith("/") && !isTimeZone(zone)) faults.push(`${name}.timeZones: no time zone ${zone}`);
  }
  return faults;
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
  onCall: one.onCall.map((shift) => ({ accountId: members.get(shift.member) ?? "", ...hoursOf(shift) })),
});

const toRow = (one: TeamFile["routing"][number]): RoutingRow => ({
  teamId: one.team,
  countries: one.countries ?? null,
  regions: one.regions ?? null,
  timeZones: one.timeZones ?? null,
  languages: one.languages ?? null,
  severities: one.severities?.map((code) => SEVERITY[code]) ?? null,
  support24x7: one.support24x7 ?? null,
  isInHours: one.inHours ?? null,
});
