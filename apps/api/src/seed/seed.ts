/** Fills the database: the reference data, and outside production the demo world. Every write goes through storage; twice is once. */
import { type EpochMs, normaliseIdPair, type TimeZoneName } from "@accord/domain";
import type { Config } from "../config.js";
import type { SeedKind } from "../environment.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Clock } from "../kernel/clock.js";
import type { Database, ReadStores, WriteStores } from "../kernel/db/index.js";
import { planStore } from "../modules/agreements/module.js";
import { catalogueStore } from "../modules/catalogue/module.js";
import type { Files } from "../modules/files/module.js";
import { installArticles } from "../modules/help/module.js";
import {
  adoptPacks,
  type DemoWorld,
  installPacks,
  readDemoWorld,
  referenceArticles,
  referenceCatalogue,
  referencePacks,
  referenceRest,
} from "../modules/packs/module.js";
import { seedAccounts } from "./demo-accounts.js";
import { seedCards } from "./demo-cards.js";
import { demoDates } from "./demo-dates.js";
import { seedFiles } from "./demo-files.js";
import { seedPlans } from "./demo-plans.js";
import { seedRequests } from "./demo-requests.js";
import { seedTeams } from "./demo-teams.js";

export interface SeedOptions {
  readonly now: EpochMs;
  /** Zone in which the demo agreements end (`ENTITLEMENT_TZ`). */
  readonly entitlementZone: TimeZoneName;
}

interface BootContext {
  readonly db: Database;
  readonly config: Pick<Config, "seed" | "entitlementZone">;
  readonly clock: Clock;
  readonly files: Pick<Files, "take">;
  readonly log: { info(fields: object, message: string): void };
}

/** What a run changed. */
export interface SeedReport {
  readonly catalogue: "replaced" | "unchanged" | "skipped";
  readonly demo: "added" | "present" | "skipped";
}

/** Brings catalogue and demo world in, as far as `kind` says; what is there stays. */
export const seed = async (db: Database, kind: SeedKind, options: SeedOptions): Promise<SeedReport> => {
  if (kind === "none") return { catalogue: "skipped", demo: "skipped" };
  const catalogue = referenceCatalogue();
  const ground = { now: options.now, zone: options.entitlementZone };
  const isReplaced = await db.transaction("seed.reference", async (tx) => {
    const isRestNew = await tx.of(catalogueStore).replace(referenceRest());
    return (await installPacks(tx, referencePacks(), ground)) || isRestNew;
  });
  const areArticlesNew = await installArticles(db, referenceArticles(), options.now);
  const demo =
    kind === "demo" ? await db.transaction("seed.demo", (tx) => seedDemo(tx, catalogue, options)) : "skipped";
  return { catalogue: isReplaced || areArticlesNew ? "replaced" : "unchanged", demo };
};

/**
 * The same on an empty database only: a catalogue that is there, an administrator may have changed.
 * Of several servers that start at once on one database, one seeds: the others find it done.
 */
const seedOnFirstRun = async (db: Database, kind: SeedKind, options: SeedOptions): Promise<SeedReport> => {
  const { dataVersion } = await db.read.of(catalogueStore).load();
  if (dataVersion !== "") return { catalogue: "skipped", demo: "skipped" };
  try {
    return await seed(db, kind, options);
  } catch (error) {
    if (await isSeeded(db, kind)) return { catalogue: "unchanged", demo: kind === "demo" ? "present" : "skipped" };
    throw error;
  }
};

/** What the server does at its start, by `ACCORD_SEED`. */
export const seedOnBoot = async ({ db, config, clock, log, files }: BootContext): Promise<void> => {
  await adoptPacks(db, { now: clock.now(), zone: config.entitlementZone });
  const report = await seedOnFirstRun(db, config.seed, { now: clock.now(), entitlementZone: config.entitlementZone });
  // Articles shipped since, and corrections of those nobody edited, come to a portal that runs already.
  if (config.seed !== "none") await installArticles(db, referenceArticles(), clock.now());
  if (report.demo === "added") await seedFiles({ db, files, now: clock.now() });
  log.info(report, "seed");
};

const isSeeded = async (db: Database, kind: SeedKind): Promise<boolean> => {
  const { dataVersion } = await db.read.of(catalogueStore).load();
  return dataVersion !== "" && (kind !== "demo" || (await isDemoThere(db.read, readDemoWorld())));
};

const seedDemo = async (
  tx: WriteStores,
  catalogue: ReturnType<typeof referenceCatalogue>,
  { now, entitlementZone }: SeedOptions,
): Promise<SeedReport["demo"]> => {
  const world = readDemoWorld();
  if (await isDemoThere(tx, world)) return "present";
  const dates = demoDates(world.asOf, now, entitlementZone);
  const accounts = await seedAccounts(tx, world, { now, zone: entitlementZone });
  const setting = { world, dates, accounts, zone: entitlementZone, catalogue };
  const plans = await seedPlans(tx, setting);
  await seedCards(tx, setting, now);
  await seedRequests(tx, { ...setting, plans, now });
  await seedTeams(tx, { catalogue, now, zone: entitlementZone });
  await tx.of(auditStore).append({
    actorId: null,
    action: "seed.demo",
    objectId: "demo",
    details: { requests: world.requests.length },
    at: now,
  });
  return "added";
};

/** The first agreement with an ID pair stands for all: the demo world comes in one transaction. */
const isDemoThere = async (stores: ReadStores, world: DemoWorld): Promise<boolean> => {
  const first = world.agreements.find((agreement) => agreement.accessId !== null);
  const pair = first && normaliseIdPair(first.accessId ?? "", first.agreementId ?? "");
  return pair ? (await stores.of(planStore).byPair(pair)) !== null : false;
};
