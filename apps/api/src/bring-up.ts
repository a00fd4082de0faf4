/** The program behind the open port: database, mail and HTTP, then migrations, seed and schema. Loaded once the port is open. */
import { accept } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import type { BootOptions, GraphqlHandler } from "./boot-options.js";
import { exportHead, HEAD_EVERY_MS, headsFile } from "./kernel/audit/audit-heads.js";
import { type Database, openDatabase } from "./kernel/db/index.js";
import { closeServer } from "./kernel/http/close-server.js";
import type { Health } from "./kernel/http/health.js";
import { scheduleJob } from "./kernel/jobs/schedule-job.js";
import type { Keys } from "./kernel/keys.js";
import { createRefusalTally, endStaleImports } from "./modules/administration/module.js";
import { REMINDER_EVERY_MS, remindOfActivation } from "./modules/agreements/module.js";
import { createFiles } from "./modules/files/module.js";
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
  readonly keys: Keys;
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
export const bringUp = async (
  options: BootOptions,
  { keys, health, serve, undo }: BootContext,
): Promise<RunningApp> => {
  const { config, clock, log } = options;
  const metrics =
    config.metricsPort === null ? null : (await import("./kernel/metrics/metrics.js")).createMetrics(clock.mono);
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
  const mail: Mail = createMail({
    config,
    db,
    clock,
    log,
    encryptionKey: keys.encryptionKey,
    sources: createLinkMails({ db, clock, publicOrigin: config.publicOrigin }),
    postMail: async (tx, entry) => answerByMail(tx, entry, await mail.letters.catalogue()),
    keepFile: (file) => keepMailFile(ground, files.take, file),
  });
  const ground = { db, clock, limits: config.limits };
  const files = await createFiles({ config, db, clock, log });
  const payments = await openPayments(config, clock);
  undo.push(() => payments?.gateway.stop());
  const shop = payments && openShop(options, db, payments, mail.letters.catalogue);
  let graphql: GraphqlHandler | null = null;
  const handleGraphql: ServerOptions["handleGraphql"] = async (request) => {
    if (graphql === null) throw new Error("an operation came before the schema was ready");
    return graphql.handle(request);
  };
  const subscribe: ServerOptions["subscribe"] = async (query, request) => {
    if (graphql === null) throw new Error("a subscription came before the schema was ready");
    return graphql.subscribe(query, request);
  };
  const app = await buildServer({
    ...options,
    db,
    keys,
    health,
    mail,
    files,
    beginUpload: async (account, asked) => {
      const begun = await beginUpload(ground, account, asked);
      return begun.ok ? accept(begun.value.id) : begun;
    },
    receiveWebhook: shop && ((body, headers) => receiveWebhook(shop, body, headers)),
    handleGraphql: metrics?.counted(handleGraphql) ?? handleGraphql,
    subscribe,
    serve,
  });
  const refusals = createRefusalTally(db, clock);
  const countFailed = (error: unknown): void => log.error({ err: error }, "counting refusals failed");
  // After the last answer: whoever is being answered when the stop comes gets it.
  undo.push(() => refusals.flush().catch(countFailed));
  undo.push(() => graphql?.drain());
  undo.push(() => closeServer(app));
  await app.listen();
  await db.migrate();
  await options.seed({ db, config, clock, log, files });
  graphql = await options.createGraphql({
    db,
    clock,
    limits: config.limits,
    config,
    log,
    version: options.version,
    shop,
    signReceipt: createReceiptSigner(keys.receiptKey).sign,
    refusals,
  });
  undo.push(scheduleJob(() => refusals.flush(), REFUSALS_ROUND_MS, countFailed));
  if (metrics !== null && config.metricsPort !== null) {
    metrics.watch(db);
    const { openMetricsPort } = await import("./kernel/metrics/metrics-port.js");
    undo.push(await openMetricsPort(config.metricsPort, config.metricsBind, metrics));
  }
  undo.push(scheduleCleanUp(db, clock, config.limits, (error) => log.error({ err: error }, "housekeeping failed")));
  const heads = { db, clock, file: headsFile(config.dataDir), log };
  const headFailed = (error: unknown): void =>
    log.error({ err: error }, "exporting the head of the audit chain failed");
  await exportHead(heads).catch(headFailed);
  undo.push(scheduleJob(() => exportHead(heads), HEAD_EVERY_MS, headFailed));
  await endStaleImports({ db, isGuest: false }, clock.now());
  undo.push(
    scheduleJob(
      () => closeSilentRequests(db, clock),
      SILENCE_EVERY_MS,
      (error) => log.error({ err: error }, "closing silent requests failed"),
    ),
  );
  undo.push(
    scheduleJob(
      () => remindOfActivation(db, clock),
      REMINDER_EVERY_MS,
      (error) => log.error({ err: error }, "reminding of activation failed"),
    ),
  );
  if (shop !== null) undo.push(startReconciler(shop));
  undo.push(files.start());
  undo.push(() => mail.stop());
  await mail.start();
  return { app, db, mail, payments };
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
