/** Are these the keys this database was filled with? With others pairs are not found, receipts not verified, links not opened: nothing starts. */
import { auditStore } from "../audit/audit.store.js";
import { ConfigError } from "../config-error.js";
import type { Database } from "../db/index.js";
import { KEY_NAMES, type KeyName } from "./given-keys.js";
import { keyCheckStore } from "./key-check.store.js";
import { dropNewKeys, type KeyFile, type KeyRing, keepNewKeys, keyOfOlder } from "./keys.js";

/** What cannot be read or proven any more without the key, in words. */
export const LOST_WITH: Readonly<Record<string, string>> = {
  "pair-pepper": "no agreement is found by its Access ID and Agreement ID; each needs a new pair",
  "encryption-key":
    "no stored pair is shown again, open one-time links end, and answers to mails sent before are refused",
  "cookie-key": "who is signing in begins again",
  "receipt-key.pem": "receipts printed before are not verified by this installation",
  "provider-jwks.json": "sessions of the embedded provider end",
};

/** Is that what is known of the key, or was it before the key was turned? Then all that was written with it opens. */
const isSame = (value: string, { name, check }: KeyFile, files: readonly KeyFile[]): boolean =>
  value === check || files.some((older) => keyOfOlder(older.name) === name && older.check === value);

/** Keys that are not those which are `known`, and those that are known and not here. */
export const differingKeys = (known: ReadonlyMap<string, string>, files: readonly KeyFile[]): readonly KeyFile[] => [
  ...files.filter((file) => known.has(file.name) && !isSame(known.get(file.name) ?? "", file, files)),
  ...[...known.keys()]
    .filter((name) => files.every((file) => file.name !== name))
    .map((name) => ({ name, content: "", check: "", isNew: true, isGiven: false })),
];

/**
 * The keys that are not those this database was filled with. One from before the checks was filled with the keys that are there, but not
 * with keys made just now.
 */
export const findOtherKeys = async (db: Database, { files }: KeyRing): Promise<readonly KeyFile[]> => {
  const known = await db.read.of(keyCheckStore).all();
  const isOld = known.size === 0 && (await db.read.of(auditStore).head()).seq > 0;
  const others = differingKeys(known, files);
  return isOld ? files.filter(({ isNew }) => isNew) : others;
};

/**
 * To be called on a migrated database before anything is written with the keys; the first time, and after keys were turned, their checks
 * are kept. Throws ConfigError, and takes away what was made for nothing.
 */
export const settleKeys = async (db: Database, ring: KeyRing): Promise<void> => {
  await refuseOthers(db, ring);
  const known = await db.read.of(keyCheckStore).all();
  const unknown = ring.files.filter(({ name }) => !known.has(name));
  const turned = ring.files.filter(({ name, check }) => known.has(name) && known.get(name) !== check);
  if (unknown.length + turned.length > 0) {
    await db.transaction("keep key checks", async (tx) => {
      await tx.of(keyCheckStore).keepNew(unknown);
      await tx.of(keyCheckStore).replace(turned);
    });
    // Another process may have been first, with keys of its own.
    await refuseOthers(db, ring);
  }
  keepNewKeys(ring);
};

const refuseOthers = async (db: Database, ring: KeyRing): Promise<void> => {
  const others = await findOtherKeys(db, ring);
  if (others.length === 0) return;
  dropNewKeys(ring);
  const listed = (isNew: boolean): string =>
    others
      .filter((one) => one.isNew === isNew)
      .map(({ name, isGiven }) => (isGiven ? KEY_NAMES[name as KeyName] : name))
      .join(", ");
  const [missing, wrong] = [listed(true), listed(false)];
  const problems = [
    ...(missing === "" ? [] : [`lacks ${missing}, which this database was filled with`]),
    ...(wrong === "" ? [] : [`has another ${wrong} than this database was filled with`]),
  ];
  throw new ConfigError(
    `KEYS_DIR ${ring.folder} ${problems.join(" and ")}: put the keys back from their copy; what is lost without them says accord keys lost`,
  );
};
