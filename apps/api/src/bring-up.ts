/** The program behind the open port: database, mail and HTTP, then migrations, seed and schema. Loaded once the port is open. */
import { accept } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import { createFiles } from "./adapters/files/files.js";
import { createMail, type Mail } from "./adapters/mail/mail.js";
import type { BootOptions, GraphqlHandler } from "./boot.js";
import { answerByMail } from "./features/notices/answer-by-mail.js";
import { beginUpload } from "./features/requests/attachments/begin-upload.js";
import { closeSilentRequests, SILENCE_ROUND_MS } from "./features/requests/conversation/close-silent.js";
import { createLinkMails } from "./features/requests/invitations/link-mails.js";
import { startHousekeeping, startRounds } from "./housekeeping.js";
import type { Health } from "./http/health.js";
import type { Keys } from "./keys.js";
import { buildServer, type ServerOptions } from "./server.js";
import { type Database, openDatabase } from "./storage/index.js";

export interface Ground {
  readonly keys: Keys;
  readonly health: Health;
  readonly serve: ServerOptions["serve"];
  /** Takes the steps that undo this, last first. */
  readonly undo: (() => unknown)[];
}

/** Answers when the server could be ready. Throws MigrationFailed, or what the database says; what was begun is in `undo`. */
export const bringUp = async (
  options: BootOptions,
  { keys, health, serve, undo }: Ground,
): Promise<{ readonly app: FastifyInstance; readonly db: Database; readonly mail: Mail }> => {
  const { config, clock, log } = options;
  const metrics =
    config.metricsPort === null ? null : (await import("./adapters/metrics/metrics.js")).createMetrics(clock.mono);
  const db = await openDatabase({
    url: config.databaseUrl,
    readUrls: config.databaseReadUrls,
    pepper: keys.pairPepper,
    encryptionKey: keys.encryptionKey,
    entitlementZone: config.entitlementZone,
    log,
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
    postReply: async (tx, answer) => answerByMail(tx, answer, await mail.letters.catalogue()),
  });
  const files = await createFiles({ config, db, clock, log });
  const ground = { db, clock, limits: config.limits };
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
    handleGraphql: metrics?.counted(handleGraphql) ?? handleGraphql,
    subscribe,
    serve,
  });
  undo.push(() => app.close());
  await app.listen();
  await db.migrate();
  await options.seed({ db, config, clock, log });
  graphql = await options.createGraphql({ db, clock, limits: config.limits, config, log, version: options.version });
  undo.push(() => graphql?.drain());
  if (metrics !== null && config.metricsPort !== null) {
    metrics.watch(db);
    const { openMetricsPort } = await import("./adapters/metrics/metrics-port.js");
    undo.push(await openMetricsPort(config.metricsPort, metrics));
  }
  undo.push(startHousekeeping(db, clock, config.limits, (error) => log.error({ err: error }, "housekeeping failed")));
  undo.push(
    startRounds(
      () => closeSilentRequests(db, clock),
      SILENCE_ROUND_MS,
      (error) => log.error({ err: error }, "closing silent requests failed"),
    ),
  );
  undo.push(files.start());
  undo.push(() => mail.stop());
  await mail.start();
  return { app, db, mail };
};
