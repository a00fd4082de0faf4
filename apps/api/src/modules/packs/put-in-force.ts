/** Puts in force what the day says: catalogue, teams and partner tenants are made of the packs that hold (F57, F58). */
import { dayAt, type EpochMs, type PackKind, packsInForce, startOfDay, type TimeZoneName } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { Database, ReadStores, WriteStores } from "../../kernel/db/index.js";
import { catalogueStore, type PackDigests } from "../catalogue/module.js";
import { partnerTenantStore } from "../identity/module.js";
import { teamStore } from "../teams/module.js";
import { compileCatalogue } from "./compile.js";
import { findErrorsOfUse } from "./find-errors-of-use.js";
import { openPackRepository, type PackRepository } from "./pack-repository.js";
import { referenceSeverities } from "./reference/seed-files.js";
import type { PackContents } from "./shapes.js";
import { type PackFacts, packStore } from "./storage/pack.store.js";
import { compileTeams } from "./teams.js";

const IN_CATALOGUE: ReadonlySet<PackKind> = new Set([
  "PROGRAMMES",
  "PRODUCTS",
  "TOPICS",
  "PORTALS",
  "REGIONS",
  "TAXES",
]);

export interface PutInForce {
  readonly now: number;
  readonly zone: TimeZoneName;
  /** Kinds whose pack was examined just now. */
  readonly examined?: readonly PackKind[];
}

/** Which version of each kind the day asks for and is not in force. */
const dueOf = async (
  stores: ReadStores,
  shelf: Pick<PackRepository, "facts">,
  day: string,
): Promise<ReadonlyMap<PackKind, number>> => {
  const packs = stores.of(packStore);
  const inForce = await packs.inForce();
  const wanted = [...packsInForce(shelf.facts, day).values()];
  return new Map(
    wanted.filter(({ kind, version }) => inForce.get(kind) !== version).map((one) => [one.kind, one.version]),
  );
};

/** Answers the kinds that changed. A pack that would orphan what is in use by now stays out of force, and the one before it in. */
export const putInForce = async (tx: WriteStores, { now, zone, examined = [] }: PutInForce): Promise<PackKind[]> => {
  await tx.of(packStore).lock();
  const shelf = await openPackRepository(tx);
  const due = await dueOf(tx, shelf, dayAt(now, zone));
  if (due.size === 0) return [];
  const versions = new Map(await tx.of(packStore).inForce());
  const changed: PackKind[] = [];
  for (const [kind, version] of due) {
    const content = await shelf.contentOf(found(shelf, kind, version));
    if (!examined.includes(kind) && (await isOrphaning(tx, kind, content, now))) continue;
    versions.set(kind, version);
    changed.push(kind);
  }
  if (changed.length === 0) return [];
  await makeOf(tx, shelf, versions, changed);
  const taken = new Map([...due].filter(([kind]) => changed.includes(kind)));
  await tx.of(packStore).putInForce(taken, digestsOf(shelf, versions), now);
  return changed;
};

const found = ({ facts }: PackRepository, kind: PackKind, version: number): PackFacts => {
  const pack = facts.find((one) => one.kind === kind && one.version === version);
  if (pack === undefined) throw new Error(`no version ${version} of ${kind}`);
  return pack;
};

const ANYTHING: ReadonlySet<string> = new Set();

const isOrphaning = async (
  tx: WriteStores,
  kind: PackKind,
  content: PackContents[PackKind],
  now: number,
): Promise<boolean> => (await findErrorsOfUse(tx, kind, content, { now, known: ANYTHING })).length > 0;

const digestsOf = ({ facts }: PackRepository, versions: ReadonlyMap<PackKind, number>): PackDigests =>
  Object.fromEntries(
    facts.filter(({ kind, version }) => versions.get(kind) === version).map(({ kind, digest }) => [kind, digest]),
  );

const makeOf = async (
  tx: WriteStores,
  shelf: PackRepository,
  versions: ReadonlyMap<PackKind, number>,
  changed: readonly PackKind[],
): Promise<void> => {
  const contents: Partial<Record<PackKind, unknown>> = {};
  for (const [kind, version] of versions) contents[kind] = await shelf.contentOf(found(shelf, kind, version));
  const packs = contents as Partial<PackContents>;
  if (changed.some((kind) => IN_CATALOGUE.has(kind))) {
    const { severities } = await tx.of(catalogueStore).load();
    // The three levels are the program's own; a vendor who begins with nothing has them too.
    const levels = severities.length === 0 ? { severities: referenceSeverities() } : {};
    await tx.of(catalogueStore).replace({ ...compileCatalogue(packs), ...levels });
  }
  if (changed.includes("TEAMS") && packs.TEAMS !== undefined)
    await tx.of(teamStore).replace(await compileTeams(packs.TEAMS, tx));
  if (changed.includes("PARTNER_TENANTS") && packs.PARTNER_TENANTS !== undefined)
    await tx.of(partnerTenantStore).replace(packs.PARTNER_TENANTS.tenants.map(({ tenantId }) => tenantId));
};

/** What the clock has brought since somebody looked; nothing to write, nothing written. Answers when the next pack is due. */
export const takeDuePacks = async (db: Database, now: number, zone: TimeZoneName): Promise<EpochMs> => {
  const facts = await db.read.of(packStore).list();
  const today = dayAt(now, zone);
  const due = await dueOf(db.read, { facts }, today);
  if (due.size > 0) await take(db, due, now, zone);
  const [next] = facts
    .map(({ effectiveOn }) => effectiveOn)
    .filter((day) => day > today)
    .sort();
  return next === undefined ? Number.POSITIVE_INFINITY : startOfDay(next, zone);
};

const take = async (
  db: Database,
  due: ReadonlyMap<PackKind, number>,
  now: EpochMs,
  zone: TimeZoneName,
): Promise<void> => {
  await db.transaction("packs take effect", async (tx) => {
    const changed = await putInForce(tx, { now, zone });
    for (const kind of changed) {
      const details = { version: due.get(kind) ?? 0 };
      await tx.of(auditStore).append({ actorId: null, action: "pack.takeEffect", objectId: kind, details, at: now });
    }
  });
};

declare module "../../kernel/graphql/context.js" {
  interface ModuleContext {
    /** Has the next request see what was loaded just now. */
    refreshPacks(): Promise<void>;
  }
}
