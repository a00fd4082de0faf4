/** Brings one server up and down: lock, database, listening early, then migrations and seed, at last ready (contract.md, HTTP). */
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Principal } from "./adapters/identity/authenticate.js";
import { createMail, type Mail } from "./adapters/mail/mail.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { closeSilentRequests, SILENCE_ROUND_MS } from "./features/conversation/close-silent.js";
import { answerByMail } from "./features/notices/answer-by-mail.js";
import { startHousekeeping, startRounds } from "./housekeeping.js";
import type { GraphqlRequest, GraphqlResponse } from "./http/graphql-route.js";
import type { Health } from "./http/health.js";
import type { LiveSocketOptions } from "./http/live-socket.js";
import { type Keys, loadKeys } from "./keys.js";
import type { Limits } from "./limits.js";
import { buildServer, type ServerOptions } from "./server.js";
import { lockServer } from "./server-lock.js";
import { type Database, openDatabase } from "./storage/index.js";
import { sqliteFile } from "./storage/open-database.js";

export interface GraphqlHandler {
  handle(request: GraphqlRequest<Principal>): Promise<GraphqlResponse>;
  readonly subscribe: LiveSocketOptions<Principal>["subscribe"];
  /** Waits for running operations and takes no more. */
  drain(): Promise<void>;
}

export interface GraphqlContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  readonly version: string;
}

export interface BootOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  readonly web: ServerOptions["web"];
  /** Fills an empty database; called after the migrations. */
  readonly seed: (context: Omit<GraphqlContext, "limits" | "version">) => Promise<void>;
  readonly createGraphql: (context: GraphqlContext) => Promise<GraphqlHandler>;
}

export interface RunningServer {
  readonly app: FastifyInstance;
  readonly db: Database;
  readonly keys: Keys;
  readonly health: Health;
  readonly mail: Mail;
  /** Not ready first, then no new connections, running work to its end, the database, the lock. */
  stop(): Promise<void>;
}

/** Throws ConfigError (another server, a port in use), MigrationFailed, or what the database says. Leaves nothing open when it throws. */
export const startServer = async (options: BootOptions): Promise<RunningServer> => {
  const { config, clock, log } = options;
  const keys = loadKeys(config.dataDir);
  const undo: (() => unknown)[] = [];
  const health: Health = { isDraining: false, isMigrated: false };
  const unwind = async (): Promise<void> => {
    health.isDraining = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const file = sqliteFile(config.databaseUrl);
    if (file !== null) {
      const lock = lockServer(file);
      undo.push(() => lock.release());
    }
    const db = await openDatabase({
      url: config.databaseUrl,
      readUrls: config.databaseReadUrls,
      pepper: keys.pairPepper,
      encryptionKey: keys.encryptionKey,
      entitlementZone: config.entitlementZone,
      log,
    });
    undo.push(() => db.close());
    const mail: Mail = createMail({
      config,
      db,
      clock,
      log,
      encryptionKey: keys.encryptionKey,
      postReply: async (tx, answer) => answerByMail(tx, answer, await mail.letters.catalogue()),
    });
    let graphql: GraphqlHandler | null = null;
    const handleGraphql: ServerOptions["handleGraphql"] = async (request) => {
      if (graphql === null) throw new Error("an operation came before the schema was ready");
      return graphql.handle(request);
    };
    const subscribe: ServerOptions["subscribe"] = async (query, request) => {
      if (graphql === null) throw new Error("a subscription came before the schema was ready");
      return graphql.subscribe(query, request);
    };
    const app = await buildServer({ ...options, db, keys, health, mail, handleGraphql, subscribe });
    undo.push(() => app.close());
    await app.listen({ port: config.port, host: "::" }).catch(async (error: NodeJS.ErrnoException) => {
      // A machine without IPv6.
      if (error.code !== "EAFNOSUPPORT" && error.code !== "EADDRNOTAVAIL") throw error;
      await app.listen({ port: config.port, host: "0.0.0.0" });
    });
    await db.migrate();
    await options.seed({ db, config, clock, log });
    graphql = await options.createGraphql({ db, clock, limits: config.limits, config, log, version: options.version });
    undo.push(() => graphql?.drain());
    undo.push(startHousekeeping(db, clock, config.limits, (error) => log.error({ err: error }, "housekeeping failed")));
    undo.push(
      startRounds(
        () => closeSilentRequests(db, clock),
        SILENCE_ROUND_MS,
        (error) => log.error({ err: error }, "closing silent requests failed"),
      ),
    );
    undo.push(() => mail.stop());
    await mail.start();
    health.isMigrated = true;
    return { app, db, keys, health, mail, stop: unwind };
  } catch (error) {
    await unwind();
    throw error;
  }
};
