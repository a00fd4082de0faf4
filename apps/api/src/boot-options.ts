/** What a server is brought up from: its settings, and the parts that are chosen by whoever starts it. */
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "./config.js";
import type { Clock } from "./kernel/clock.js";
import type { Database } from "./kernel/db/index.js";
import type { GraphqlRequest, GraphqlResponse } from "./kernel/http/graphql-exchange.js";
import type { LiveSocketOptions } from "./kernel/http/live-socket.js";
import type { Limits } from "./kernel/limits/limits.js";
import type { Principal } from "./kernel/principal.js";
import type { RefusalTally } from "./modules/administration/module.js";
import type { Files } from "./modules/files/module.js";
import type { Shop } from "./modules/purchases/module.js";
import type { ServerOptions } from "./server.js";

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
    context: Omit<GraphqlContext, "limits" | "version" | "shop" | "signReceipt" | "refusals"> & {
      readonly files: Pick<Files, "take">;
    },
  ) => Promise<void>;
  readonly createGraphql: (context: GraphqlContext) => Promise<GraphqlHandler>;
}
