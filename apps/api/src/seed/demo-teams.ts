/** Teams and the routing table of the demo world, each request with the team it was routed to, and what the desk keeps for its work (F69, F54). */
import { type EpochMs, EVERYTHING_OPEN, REQUEST_STATUSES, routeRequest, type TimeZoneName } from "@accord/domain";
import { newId, type WriteStores } from "../kernel/db/index.js";
import type { CatalogueContent } from "../modules/catalogue/module.js";
import { queueStore, workspaceStore } from "../modules/desk/module.js";
import { accountStore } from "../modules/identity/module.js";
import { contentOfText, findTeamErrors, installPacks, packSeed } from "../modules/packs/module.js";
import { requestStore } from "../modules/requests/module.js";
import { teamStore } from "../modules/teams/module.js";

export interface TeamSetting {
  readonly catalogue: CatalogueContent;
  readonly now: EpochMs;
  /** Zone whose days packs take effect on. */
  readonly zone: TimeZoneName;
}

export const seedTeams = async (tx: WriteStores, { catalogue, now, zone }: TeamSetting): Promise<void> => {
  const text = packSeed("TEAMS");
  const faults = await findTeamErrors(contentOfText("TEAMS", text), tx);
  if (faults.length > 0) throw new Error(`teams.json: ${JSON.stringify(faults)}`);
  await installPacks(tx, [{ kind: "TEAMS", text }], { now, zone });
  for (const [title, body, language] of REPLIES)
    await tx.of(workspaceStore).saveReply({
      id: newId("can", now),
      accountId: null,
      title,
      text: body,
      language,
      updatedAt: now,
    });
  await routeThem(tx, { catalogue, now });
};

/** More than the demo world has. */
const MOST_REQUESTS = 1000;

const REPLIES = [
  [
    "Ask for logs",
    "Hello {{contact.givenName}},\n\nto look further into **{{request.title}}** we need the logs of the affected machine, from ten minutes before the error to ten minutes after it. Please attach them here.\n\n{{engineer.name}}",
    "en",
  ],
  [
    "Cerere de jurnale",
    "Bună ziua, {{contact.givenName}},\n\npentru a cerceta mai departe **{{request.title}}** avem nevoie de jurnalele mașinii afectate, cu zece minute înainte și după eroare. Vă rugăm să le atașați aici.\n\n{{engineer.name}}",
    "ro",
  ],
] as const;

/** The team of each request by the table, at the moment it was submitted. */
const routeThem = async (
  tx: WriteStores,
  { catalogue, now }: Pick<TeamSetting, "catalogue" | "now">,
): Promise<void> => {
  const everything = { ...EVERYTHING_OPEN, statuses: REQUEST_STATUSES };
  const viewer = { id: "", teamIds: [], isWorker: true, isLead: true };
  const question = {
    viewer,
    filter: everything,
    statuses: REQUEST_STATUSES,
    productVersionIds: null,
    search: null,
    now,
  };
  const { rows } = await tx.of(queueStore).page(question, { first: MOST_REQUESTS, after: null });
  const directory = await tx.of(teamStore).load();
  for (const request of rows) {
    const submitter = await tx.of(accountStore).byId(request.submitterId);
    const regionId = catalogue.countries.find(({ code }) => code === request.country)?.regionId ?? "";
    const facts = { ...request, regionId, language: submitter?.profile?.language ?? "en" };
    await tx.of(requestStore).update(request.id, { teamId: routeRequest(facts, directory, request.createdAt).teamId });
  }
};
