/** How a command opens the database of its environment. */
import type { Config } from "../config.js";
import type { OpenOptions } from "../kernel/db/index.js";
import type { Keys } from "../kernel/keys/keys.js";
import { MODULES } from "../modules/modules.js";

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

export const databaseOptions = (config: Config, keys: Keys): OpenOptions => ({
  url: config.databaseUrl,
  pepper: keys.pairPepper,
  encryptionKey: keys.encryptionKey,
  olderEncryptionKeys: keys.olderEncryptionKeys,
  entitlementZone: config.entitlementZone,
  log: QUIET,
  modules: MODULES.storage,
});
