/** The program behind the open port: database, mail and HTTP, then migrations, seed and schema. Loaded once the port is open. */
import { accept } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import type { BootOptions, GraphqlHandler } from "./boot-options.js";
import { exportHead, HEAD_EVERY_MS, headsFile } from "./kernel/audit/audit-heads.js";
import { type Database, openDatabase } from "./kernel/db/index.js";
import { closeServer } from "./kernel/http/close-server.js";
import type { Health } from "./kernel/http/health.js";
import { scheduleJob } from "./kernel/jobs/schedule-job.js";
import type { KeyRing } from "./kernel/keys/keys.js";
import { settleKeys } from "./kernel/keys/settle-keys.js";
import type { Metrics } from "./kernel/metrics/metrics.js";
import { createRefusalTally, endStaleImports, type RefusalTally } from "./modules/administration/module.js";
import { REMINDER_EVERY_MS, remindOfActivation } from "./modules/agreements/module.js";
import { createFiles, type Files } from "./modules/files/module.js";
import { createLinkMails, createMail, type Mail } from "./modules/mail/module.js";
import { MODULES } from "./modules/modules.js";
import { answerByMail } from "./modules/notices/module.js";
import {
  createReceiptSigner,
  createShop,
  openPayments,
  type Payments,
  RECONCILE_EVERY_MS,
  receiveWebhook,
  reconcile,
  type Shop,
} from "./modules/purchases/module.js";
import { beginUpload, closeSilentRequests, keepMailFile, SILENCE_EVERY_MS } from "./modules/requests/module.js";
import { scheduleCleanUp } from "./schedule-clean-up.js";
import { buildServer, type ServerOptions } from "./server.js";

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
  const { db, mail, files, payments, shop, refusals } = parts;
  const late = createLateGraphql();
  const app = await buildServer({
    ...options,
    ...{ db, keys, health, mail, files, serve },
    beginUpload: async (account, asked) => {
      const begun = await beginUpload({ db, clock, limits: config.limits }, account, asked);
      return begun.ok ? accept(begun.value.id) : begun;
    },
    receiveWebhook: shop && ((body, headers) => receiveWebhook(shop, body, headers)),
    handleGraphql: metrics?.counted(late.handle) ?? late.handle,
    subscribe: late.subscribe,
  });
  // After the last answer: whoever is being answered when the stop comes gets it.
  undo.push(() => refusals.flush().catch(report(log, "counting refusals")));
  undo.push(() => late.drain());
  undo.push(() => closeServer(app));
  await app.listen();
  await db.migrate();
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
  await startJobs(options, parts, undo);
  undo.push(files.start());
  undo.push(() => mail.stop());
  await mail.start();
  return { app, db, mail, payments };
};

interface Parts extends Pick<RunningApp, "db" | "mail" | "payments"> {
  readonly files: Files;
  /** Null: nothing is sold here. */
  readonly shop: Shop | null;
  readonly refusals: RefusalTally;
}

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
    sources: createLinkMails({ db, clock, publicOrigin: config.publicOrigin }),
    postMail: async (tx, entry) => answerByMail(tx, entry, await mail.letters.catalogue()),
    keepFile: (file) => keepMailFile({ db, clock, limits: config.limits }, files.take, file),
  });
  const payments = await openPayments(config, clock);
  undo.push(() => payments?.gateway.stop());
  const shop = payments && openShop(options, db, payments, mail.letters.catalogue);
  return { db, mail, files, payments, shop, refusals: createRefusalTally(db, clock) };
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

/** What comes round by itself; the first look at the audit chain and at stale imports before the server is ready. */
const startJobs = async (
  { config, clock, log }: BootOptions,
  { db, shop, refusals }: Parts,
  undo: BootContext["undo"],
): Promise<void> => {
  const every = (ms: number, work: string, round: () => Promise<unknown>): void =>
    void undo.push(scheduleJob(round, ms, report(log, work)));
  every(REFUSALS_ROUND_MS, "counting refusals", () => refusals.flush());
  undo.push(scheduleCleanUp(db, clock, config.limits, report(log, "housekeeping")));
  const heads = { db, clock, file: headsFile(config.dataDir), log };
  await exportHead(heads).catch(report(log, EXPORTING_HEADS));
  every(HEAD_EVERY_MS, EXPORTING_HEADS, () => exportHead(heads));
  await endStaleImports({ db, isGuest: false }, clock.now());
  every(SILENCE_EVERY_MS, "closing silent requests", () => closeSilentRequests(db, clock));
  every(REMINDER_EVERY_MS, "reminding of activation", () => remindOfActivation(db, clock));
  if (shop !== null) undo.push(startReconciler(shop));
};

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

const EXPORTING_HEADS = "exporting the head of the audit chain";
/** What a crash may leave uncounted. */
const REFUSALS_ROUND_MS = 10_000;
const CALLS_END_WITHIN = 5000;

/** The first round at once: what a killed server left open. Its end waits for the calls that run. */
const startReconciler = (shop: Shop): (() => Promise<void>) => {
  const onFailure = (error: unknown): void => shop.log.error({ err: error }, "reconciling purchases failed");
  reconcile(shop).catch(onFailure);
  const stop = scheduleJob(() => reconcile(shop), RECONCILE_EVERY_MS, onFailure);
  return async () => {
    stop();
    const late = new Promise<void>((resolve) => setTimeout(resolve, CALLS_END_WITHIN).unref());
    await Promise.race([Promise.allSettled(shop.running.values()), late]);
  };
};
