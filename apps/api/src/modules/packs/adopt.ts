/** A database from before there were packs: what it holds becomes its first packs (F57). */
import type { PackKind, Team, TeamDirectory } from "@accord/domain";
import type { Database, ReadStores } from "../../kernel/db/index.js";
import { catalogueStore } from "../catalogue/module.js";
import { accountStore, partnerTenantStore } from "../identity/module.js";
import { teamStore } from "../teams/module.js";
import { installPacks } from "./load.js";
import { referencePacks } from "./reference/reference-catalogue.js";
import { packStore } from "./storage/pack.store.js";
import { tenantsText } from "./tenants-table.js";
import type { PackContext } from "./validate-pack.js";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const SEVERITY = { CRITICAL: "A", MODERATE: "B", MINIMAL: "C" } as const;

/** False where there is nothing to adopt. Up to then the reference data was the only catalogue there could be. */
export const adoptPacks = async (db: Database, ground: PackContext): Promise<boolean> => {
  if ((await db.read.of(packStore).list()).length > 0 || (await db.read.of(catalogueStore).load()).dataVersion === "")
    return false;
  return db.transaction("adopt packs", async (tx) => {
    const files: { kind: PackKind; text: string }[] = referencePacks();
    const tenants = [...(await tx.of(partnerTenantStore).all())];
    if (tenants.length > 0) files.push({ kind: "PARTNER_TENANTS", text: tenantsText(tenants) });
    const directory = await tx.of(teamStore).load();
    if (directory.teams.length > 0) files.push({ kind: "TEAMS", text: await teamsText(directory, tx) });
    return installPacks(tx, files, ground);
  });
};

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const hoursOf = ({ weekdays, start, end }: Team["hours"]) => ({
  days: weekdays.flatMap((day) => DAYS[day - 1] ?? []),
  start: clockTime(start),
  end: clockTime(end),
});

const teamsText = async ({ teams, rows }: TeamDirectory, stores: ReadStores): Promise<string> => {
  const accounts = stores.of(accountStore);
  const people = await accounts.byIds(teams.flatMap(({ memberIds }) => memberIds));
  const emails = new Map(people.map(({ id, email }) => [id, email ?? ""]));
  const written = {
    teams: teams.map((team) => ({
      id: team.id,
      name: team.name,
      nameRo: team.nameRo,
      timeZone: team.timeZone,
      languages: team.languages,
      hours: hoursOf(team.hours),
      members: team.memberIds.flatMap((id) => emails.get(id) || []),
      onCall: team.onCall.map((shift) => ({ member: emails.get(shift.accountId) ?? "", ...hoursOf(shift) })),
    })),
    routing: rows.map((row) => ({
      team: row.teamId,
      ...(row.countries && { countries: row.countries }),
      ...(row.regions && { regions: row.regions }),
      ...(row.timeZones && { timeZones: row.timeZones }),
      ...(row.languages && { languages: row.languages }),
      ...(row.severities && { severities: row.severities.map((severity) => SEVERITY[severity]) }),
      ...(row.support24x7 !== null && { support24x7: row.support24x7 }),
      ...(row.isInHours && { inHours: true }),
    })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
};
