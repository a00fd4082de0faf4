/** The keys a backup needs: those that are here, those that are sealed in it, or none where they are gone. */

import { KEYS_PART } from "../backup/manifest.js";
import type { Backup } from "../backup/read-backup.js";
import { openKeys } from "../backup/sealed-keys.js";
import { ConfigError } from "../kernel/config-error.js";
import {
  checkOf,
  dropNewKeys,
  type KeyFile,
  type KeyRing,
  keyOfOlder,
  loadKeys,
  putKeys,
} from "../kernel/keys/keys.js";
import { differingKeys } from "../kernel/keys/settle-keys.js";
import { type CommandContext, CommandError } from "./command.js";
import { readPassphrase } from "./passphrase.js";

const SEALED_MOST = 1024 * 1024;

/** Throws ConfigError where KEYS_DIR has not the keys of the backup and nothing was said about it. */
export const settleBackupKeys = async (
  backup: Backup,
  path: string,
  { config, options, askSecret }: CommandContext,
): Promise<void> => {
  const ring = loadKeys(config.keysDir, config.givenKeys);
  const { keyChecks } = backup.manifest;
  const others = differingKeys(new Map(Object.entries(keyChecks)), ring.files);
  if (others.length === 0 || options["without-keys"] === true) return;
  dropNewKeys(ring);
  const isSealed = backup.archive.names.has(KEYS_PART);
  const isMissing = others.every(({ isNew }) => isNew);
  if (options["with-keys"] !== true || !isSealed || !isMissing)
    throw refusal(ring, path, { isSealed, isMissing, others });
  const { passphraseFile } = config;
  const passphrase = await readPassphrase({ passphraseFile, askSecret }, false);
  const keys = await openKeys(await backup.archive.readText(KEYS_PART, SEALED_MOST), passphrase);
  if (keys === null)
    throw new CommandError("the passphrase does not open the keys of this backup; nothing was changed");
  const wrong = Object.entries(keyChecks).filter(
    ([name, check]) => checkOf(keyOfOlder(name) ?? name, keys[name] ?? "") !== check,
  );
  if (wrong.length > 0)
    throw new CommandError("the keys sealed in this backup are not those of its rows; nothing was changed");
  putKeys(ring.folder, keys);
};

const refusal = (
  { folder }: KeyRing,
  path: string,
  { isSealed, isMissing, others }: { isSealed: boolean; isMissing: boolean; others: readonly KeyFile[] },
): ConfigError => {
  const names = others.map(({ name }) => name).join(", ");
  const remedies = [
    isMissing ? "put the keys there from their copy" : "name the folder with the keys of this backup",
    ...(isSealed && isMissing ? [`or take them from it: accord restore ${path} --with-keys`] : []),
    `where they are gone for good: accord restore ${path} --without-keys, then accord keys lost`,
  ];
  const what = isMissing ? `lacks ${names}, which` : `has another ${names} than`;
  return new ConfigError(
    `KEYS_DIR ${folder} ${what} this backup was made with; nothing was changed: ${remedies.join("; ")}`,
  );
};
