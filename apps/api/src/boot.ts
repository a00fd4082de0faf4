/** Brings one server up and down: the lock, the open port, then the program behind it, at last ready (contract.md, HTTP). */
import type { FastifyInstance } from "fastify";
import type { BootOptions } from "./boot-options.js";
import type { Database } from "./kernel/db/index.js";
import { sqliteFile } from "./kernel/db/sqlite-file.js";
import { closeToOthers } from "./kernel/file-modes.js";
import { createHealth, type Health } from "./kernel/http/health.js";
import { openListener } from "./kernel/http/open-listener.js";
import { createResponseDefaults } from "./kernel/http/response-defaults.js";
import { headersFor } from "./kernel/http/security-headers.js";
import { type Keys, loadKeys } from "./kernel/keys/keys.js";
import { lockServer } from "./kernel/server-lock.js";
import type { Mail } from "./modules/mail/module.js";
import type { Payments } from "./modules/purchases/module.js";

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
  const file = sqliteFile(config.databaseUrl);
  closeToOthers(config.dataDir, file);
  const ring = loadKeys(config.keysDir, config.givenKeys);
  const undo: (() => unknown)[] = [];
  const health = createHealth();
  const unwind = async (): Promise<void> => {
    health.isDraining = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (file !== null) {
      const lock = lockServer(file);
      undo.push(() => lock.release());
    }
    const edge = createResponseDefaults(headersFor(config, options.web.kind === "development"), { health, log, clock });
    const door = await openListener(config, { edge, version: options.version });
    undo.push(() => door.close());
    // The port is open: what answers behind it is loaded now.
    const { bringUp } = await import("./bring-up.js");
    const { app, db, mail, payments } = await bringUp(options, { ring, health, serve: door.leadTo, undo });
    health.isMigrated = true;
    return { app, db, keys: ring.keys, health, mail, payments, stop: unwind };
  } catch (error) {
    await unwind();
    throw error;
  }
};
