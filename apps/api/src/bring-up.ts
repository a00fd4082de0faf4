/** The program behind the open port: database, mail and HTTP, then migrations, seed and schema. Loaded once the port is open. */
import type { FastifyInstance } from "fastify";
import type { BootOptions, GraphqlHandler } from "./boot-options.js";
import { type Database, openDatabase } from "./kernel/db/index.js";
import { closeServer } from "./kernel/http/close-server.js";
import type { Health } from "./kernel/http/health.js";
import { startJobs } from "./kernel/jobs/job.js";
import type { KeyRing } from "./kernel/keys/keys.js";
import { settleKeys } from "./kernel/keys/settle-keys.js";
import type { Metrics } from "./kernel/metrics/metrics.js";
import type { ServerContext } from "./kernel/server-context.js";
import { findGiven } from "./kernel/service.js";
import { createRefusalTally, type RefusalTally, refusalTally } from "./modules/administration/module.js";
import { createFiles, type Files, fileKeeper } from "./modules/files/module.js";
import { createIdentity, type IdentityAdapter, signIn } from "./modules/identity/module.js";
import { createLinkMails, createMail, type Mail, mailOffice } from "./modules/mail/module.js";
import { MODULES } from "./modules/modules.js";
import { answerByMail, followAddress } from "./modules/notices/module.js";
import {
  createReceiptSigner,
  createShop,
  openPayments,
  type Payments,
  type Shop,
  vendorShop,
} from "./modules/purchases/module.js";
import { keepMailFile } from "./modules/requests/module.js";
import { cleanUpJob } from "./schedule-clean-up.js";
import { buildServer, type ServerOptions } from "./server.js";
import { registerOwnExport } from "./subject/export-route.js";

export interface BootContext {
  readonly ring: KeyRing;
  readonly health: Health;
  readonly serve: ServerOptions["serve"];
  /** Takes the steps that undo this, last first. */
  readonly undo: (() => unknown)[];
}

export interface RunningApp {
  readonly app: FastifyInstance;
  readonly db: Database;
  readonly mail: Mail;
  readonly payments: Payments | null;
}

/** Answers when the server could be ready. Throws MigrationFailed, or what the database says; what was begun is in `undo`. */
export const bringUp = async (options: BootOptions, ground: BootContext): Promise<RunningApp> => {
  const { config, clock, log, version } = options;
  const { ring, health, serve, undo } = ground;
  const { keys } = ring;
  const metrics =
    config.metricsPort === null ? null : (await import("./kernel/metrics/metrics.js")).createMetrics(clock.mono);
  const parts = await openParts(options, ground, metrics);
  const { db, mail, files, payments, shop, refusals, identity } = parts;
  const context = createServerContext(options, parts, health);
  const late = createLateGraphql();
  const app = await buildServer({
    ...options,
    ...{ db, health, identity, serve },
    routes: (routed) => {
      MODULES.routes(routed, context);
      const { authenticate } = context.of(signIn);
      registerOwnExport(routed, {
        db,
        clock,
        config,
        limits: config.limits,
        tables: MODULES.storage.tables,
        authenticate,
      });
    },
    handleGraphql: metrics?.counted(late.handle) ?? late.handle,
    subscribe: late.subscribe,
  });
  // After the last answer: whoever is being answered when the stop comes gets it.
  undo.push(() => refusals.flush().catch(report(log, "counting refusals")));
  undo.push(() => late.drain());
  undo.push(() => closeServer(app));
  await app.listen();
  await (config.isMigrating ? db.migrate() : db.refuseUnfit());
  await settleKeys(db, ring);
  await options.seed({ db, config, clock, log, files });
  const signReceipt = createReceiptSigner(keys.receiptKey).sign;
  const { limits } = config;
  late.answer(await options.createGraphql({ db, clock, limits, config, log, version, shop, signReceipt, refusals }));
  if (metrics !== null && config.metricsPort !== null) {
    metrics.watch(db);
    const { openMetricsPort } = await import("./kernel/metrics/metrics-port.js");
    undo.push(await openMetricsPort(config.metricsPort, config.metricsBind, metrics));
  }
  await startJobs([...MODULES.jobs, cleanUpJob], context, undo);
  undo.push(() => mail.stop());
  await mail.start();
  return { app, db, mail, payments };
};

interface Parts extends Pick<RunningApp, "db" | "mail" | "payments"> {
  readonly files: Files;
  /** Null: nothing is sold here. */
  readonly shop: Shop | null;
  readonly refusals: RefusalTally;
  readonly identity: IdentityAdapter;
}

/** What the routes and jobs of the modules work with. */
const createServerContext = (
  { config, clock, log }: BootOptions,
  { db, mail, files, shop, refusals, identity }: Parts,
  { notes }: Health,
): ServerContext => ({
  ...{ config, clock, log, db, notes },
  of: findGiven([
    [signIn, identity],
    [fileKeeper, files],
    [mailOffice, mail],
    [vendorShop, shop],
    [refusalTally, refusals],
  ]),
});

/** The database and what works on it; nothing is read before the migrations. */
const openParts = async (
  options: BootOptions,
  { ring: { keys }, undo }: BootContext,
  metrics: Pick<Metrics, "onBatch"> | null,
): Promise<Parts> => {
  const { config, clock, log } = options;
  const db = await openDatabase({
    url: config.databaseUrl,
    readUrls: config.databaseReadUrls,
    pepper: keys.pairPepper,
    encryptionKey: keys.encryptionKey,
    olderEncryptionKeys: keys.olderEncryptionKeys,
    entitlementZone: config.entitlementZone,
    log,
    modules: MODULES.storage,
    ...(metrics === null ? {} : { onBatch: metrics.onBatch }),
  });
  undo.push(() => db.close());
  const files = await createFiles({ config, db, clock, log });
  const mail: Mail = createMail({
    config,
    db,
    clock,
    log,
    encryptionKey: keys.encryptionKey,
    olderEncryptionKeys: keys.olderEncryptionKeys,
    sources: createLinkMails({ db, clock, publicOrigin: config.publicOrigin }),
    postMail: async (tx, entry) => answerByMail(tx, entry, await mail.letters.catalogue()),
    keepFile: (file) => keepMailFile({ db, clock, limits: config.limits }, files.take, file),
  });
  const payments = await openPayments(config, clock);
  undo.push(() => payments?.gateway.stop());
  const shop = payments && openShop(options, db, payments, mail.letters.catalogue);
  const identity = createIdentity({ config, clock, db, keys, followAddress, log });
  return { db, mail, files, payments, shop, identity, refusals: createRefusalTally(db, clock) };
};

/** The schema behind the open port: the probes say that the server is not ready until it answers. */
const createLateGraphql = () => {
  let graphql: GraphqlHandler | null = null;
  const ready = (): GraphqlHandler => {
    if (graphql === null) throw new Error("an operation came before the schema was ready");
    return graphql;
  };
  const handle: ServerOptions["handleGraphql"] = async (request) => ready().handle(request);
  const subscribe: ServerOptions["subscribe"] = async (query, request) => ready().subscribe(query, request);
  return {
    handle,
    subscribe,
    drain: () => graphql?.drain(),
    answer: (handler: GraphqlHandler): void => {
      graphql = handler;
    },
  };
};

const report =
  (log: BootOptions["log"], work: string) =>
  (error: unknown): void =>
    log.error({ err: error }, `${work} failed`);

const openShop = (
  { config, clock, log }: BootOptions,
  db: Database,
  { gateway }: Payments,
  catalogue: Shop["catalogue"],
): Shop =>
  createShop({
    db,
    clock,
    log,
    gateway,
    catalogue,
    publicOrigin: config.publicOrigin,
    entitlementZone: config.entitlementZone,
  });
