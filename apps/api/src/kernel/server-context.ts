/** The running server, as the routes and jobs of a module are given it. */
import type { FastifyBaseLogger } from "fastify";
import type { Limits } from "./limits/limits.js";
import type { ServiceContext } from "./service.js";

export interface ServerContext extends ServiceContext {
  readonly config: {
    readonly dataDir: string;
    readonly publicOrigin: string;
    readonly entitlementZone: string;
    readonly limits: Limits;
    /** Whether every page says that this is a demo. */
    readonly isDemoShown: boolean;
  };
  readonly log: FastifyBaseLogger;
  /** What /readyz says beside its answer. */
  readonly notes: Set<string>;
}
