/** Brings one server up and down: the lock, the open port, then the program behind it, at last ready (contract.md, HTTP). */
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Principal } from "./adapters/identity/authenticate.js";
import type { Mail } from "./adapters/mail/mail.js";
import type { Payments } from "./adapters/payments/payments.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { createEdge } from "./http/edge.js";
import { openFrontDoor } from "./http/front-door.js";
import type { GraphqlRequest, GraphqlResponse } from "./http/graphql-route.js";
import type { Health } from "./http/health.js";
import type { LiveSocketOptions } from "./http/live-socket.js";
import { headersFor } from "./http/security-headers.js";
import { type Keys, loadKeys } from "./keys.js";
import type { Limits } from "./limits.js";
import type { RefusalTally } from "./refusal-tally.js";
import type { ServerOptions } from "./server.js";
import { lockServer } from "./server-lock.js";
import type { Shop } from "./shop.js";
import type { Database } from "./storage/index.js";
import { sqliteFile } from "./storage/sqlite-file.js";

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
  /** Null: nothing is sold here. */
  readonly shop: Shop | null;
  readonly signReceipt: (statement: string) => string;
  readonly refusals: Pick<RefusalTally, "add">;
}

export interface BootOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  readonly web: ServerOptions["web"];
  /** Fills an empty database; called after the migrations. */
  readonly seed: (
    context: Omit<GraphqlContext, "limits" | "version" | "shop" | "signReceipt" | "refusals">,
  ) => Promise<void>;
  readonly createGraphql: (context: GraphqlContext) => Promise<GraphqlHandler>;
}

export interface RunningServer {
  readonly app: FastifyInstance;
  readonly db: Database;
  readonly keys: Keys;
  readonly health: Health;
  readonly mail: Mail;
  /** Null: nothing is sold here. */
  readonly payments: Payments | null;
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
    const edge = createEdge(headersFor(config, options.web.kind === "development"), { health, log, clock });
    const door = await openFrontDoor(config.port, { edge, version: options.version });
    undo.push(() => door.close());
    // The port is open: what answers behind it is loaded now.
    const { bringUp } = await import("./bring-up.js");
    const { app, db, mail, payments } = await bringUp(options, { keys, health, serve: door.leadTo, undo });
    health.isMigrated = true;
    return { app, db, keys, health, mail, payments, stop: unwind };
  } catch (error) {
    await unwind();
    throw error;
  }
};
