/** `accord verify|migrate|seed|schema print`: the state of the database and the published contract. */
import { readFileSync } from "node:fs";
import { SEEDS, type SeedKind } from "../environment.js";
import { outboxStore } from "../kernel/jobs/outbox.store.js";
import { createFiles, verifyFiles } from "../modules/files/module.js";
import { seedFiles } from "../seed/demo-files.js";
import { seed } from "../seed/seed.js";
import { type Command, CommandError, UsageError } from "./command.js";

export const verify: Command = {
  name: "verify",
  summary: "Check every invariant of the stored data; exit code 1 on any breach, one line each",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, config }) => {
    const breaches = [
      ...(await db.verify(clock.now())),
      ...(await verifyFiles({ db, clock, blobUrl: config.blobUrl })),
    ];
    const lines = breaches.map(({ check, message }) => `${check}: ${message}`);
    const isSound = breaches.length === 0;
    const held = await db.read.of(outboxStore).countHeld();
    return {
      data: { ok: isSound, breaches },
      lines: isSound ? ["All invariants hold."] : lines,
      notes: held === 0 ? [] : [`${held} messages are held since a restore: accord outbox release lets them go`],
      exitCode: isSound ? 0 : 1,
    };
  },
};

export const migrate: Command = {
  name: "migrate",
  summary: "Bring the database to this version's schema",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "any",
  run: async ({ db }) => {
    const pending = await db.pendingMigrations();
    await db.migrate();
    return {
      data: { applied: pending },
      lines: pending.length === 0 ? ["Nothing to do."] : pending.map((name) => `applied ${name}`),
    };
  },
};

const QUIET = { error: () => {}, warn: () => {} };

export const seedCommand: Command = {
  name: "seed",
  summary: "Bring in the reference data, and the demo world where it is asked for; twice is once",
  usage: `[${SEEDS.join("|")}]   (default: ACCORD_SEED)`,
  options: {},
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, config, positionals }) => {
    const [asked] = positionals;
    const kind = asked === undefined ? config.seed : SEEDS.find((each: SeedKind) => each === asked);
    if (kind === undefined) throw new UsageError(`seed takes one of ${SEEDS.join(", ")}`);
    if (kind === "demo" && !config.isDemoShown && (config.isProduction || !config.isDemoAllowed))
      throw new CommandError("the demo world is for this machine alone; ACCORD_DEMO=on allows it elsewhere");
    const now = clock.now();
    const report = await seed(db, kind, { now, entitlementZone: config.entitlementZone });
    if (report.demo !== "skipped")
      await seedFiles({ db, files: await createFiles({ config, db, clock, log: QUIET }), now });
    return { data: report, lines: [`catalogue ${report.catalogue}, demo world ${report.demo}`] };
  },
};

export const schemaPrint: Command = {
  name: "schema print",
  summary: "Print the published GraphQL schema",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "none",
  run: async () => {
    const sdl = readFileSync(new URL("../../../../packages/schema/schema.graphql", import.meta.url), "utf8");
    return { data: { sdl }, lines: [sdl.trimEnd()] };
  },
};
