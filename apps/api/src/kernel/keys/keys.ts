/**
 * Keys of this installation: made on the first run in KEYS_DIR (folder 0700, files 0600), read ever after, never logged.
 * Whether they are those the database was filled with is told by `settleKeys`; until then a key made just now is called `<file>.new`.
 */
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../config-error.js";
import { type GivenKeys, KEY_NAMES, type KeyName, readGiven } from "./given-keys.js";

export interface Keys {
  /** Keys the lookup of Access ID and Agreement ID. */
  readonly pairPepper: Uint8Array;
  /** AES-256-GCM key of what is shown again. */
  readonly encryptionKey: Uint8Array;
  /** Those it was before, newest first: what they sealed still opens. */
  readonly olderEncryptionKeys: readonly Uint8Array[];
  /** Signs the sign-in transaction and the provider's cookies. */
  readonly cookieKey: string;
  readonly olderCookieKeys: readonly string[];
  /** Signs receipts: an Ed25519 key, PEM. */
  readonly receiptKey: string;
  /** Private signing keys of the embedded provider, the newest first. */
  readonly providerJwks: { readonly keys: readonly object[] };
}

export interface KeyFile {
  /** Its file in KEYS_DIR, also where the environment gives it; one that was turned has a number behind it. */
  readonly name: string;
  readonly content: string;
  /** The environment gives it. */
  readonly isGiven: boolean;
  /** Known for a key that is not shown: the same for the same content only. */
  readonly check: string;
  /** Made just now, or by a start that never came to use it: nothing was written with it yet. */
  readonly isNew: boolean;
}

export interface KeyRing {
  readonly folder: string;
  readonly keys: Keys;
  readonly files: readonly KeyFile[];
}

/**
 * The keys that are `given`, and those in `folder`, making it and what is missing; safe when several processes start at once.
 * Throws ConfigError where it cannot.
 */
export const loadKeys = (folder: string, given: GivenKeys = {}): KeyRing => {
  try {
    if (KEYS.some((name) => given[name] === undefined)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      closeToOthers(folder, 0o700);
    }
    return readRing(folder, given);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ConfigError(`KEYS_DIR ${folder} cannot be used (${code} at ${syscall})`);
  }
};

/** What each key holds, by its name. */
export const contentsOf = ({ files }: KeyRing): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ name, content }) => [name, content]));

const KEYS = Object.keys(KEY_NAMES) as KeyName[];

const readRing = (folder: string, givenKeys: GivenKeys): KeyRing => {
  const files: KeyFile[] = [];
  const read = (name: KeyName, make: () => string): string => {
    const given = givenKeys[name];
    const { content, isNew } =
      given === undefined ? readOrMake(join(folder, name), make) : { content: readGiven(name, given), isNew: false };
    files.push({ name, content, check: checkOf(name, content), isNew, isGiven: given !== undefined });
    return content;
  };
  const readOlder = (name: KeyName): readonly string[] =>
    olderIn(folder, name).map((older) => {
      const content = readFileSync(join(folder, older), "utf8");
      closeToOthers(join(folder, older), 0o600);
      files.push({ name: older, content, check: checkOf(name, content), isNew: false, isGiven: false });
      return content;
    });
  const keys = {
    pairPepper: asBytes(read("pair-pepper", makeRandom)),
    encryptionKey: asBytes(read("encryption-key", makeRandom)),
    cookieKey: read("cookie-key", makeRandom),
    receiptKey: read("receipt-key.pem", makeReceiptKey),
  };
  const jwks = read("provider-jwks.json", makeJwks);
  const older = {
    olderEncryptionKeys: readOlder("encryption-key").map(asBytes),
    olderCookieKeys: readOlder("cookie-key"),
  };
  // It signs nothing any more, and its public half proves what it signed: it is only known.
  readOlder("receipt-key.pem");
  const providerJwks = { keys: [jwks, ...readOlder("provider-jwks.json")].flatMap(keysOfSet) };
  return { folder, files, keys: { ...keys, ...older, providerJwks } };
};

const keysOfSet = (text: string): readonly object[] => (JSON.parse(text) as Keys["providerJwks"]).keys;

const asBytes = (content: string): Uint8Array => Buffer.from(content, "base64");

/** The keys of that name that were turned, newest first: `encryption-key.2` is newer than `encryption-key.1`. */
const olderIn = (folder: string, name: KeyName): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => keyOfOlder(file) === name)
    .sort((one, other) => numberOf(other) - numberOf(one));

const numberOf = (older: string): number => Number(older.slice(older.lastIndexOf(".") + 1));

/** Which key a file holds that has a number behind it; null: it has none. */
export const keyOfOlder = (file: string): KeyName | null => {
  const [, name] = /^(.+)\.[1-9]\d*$/.exec(file) ?? [];
  return KEYS.find((one) => one === name) ?? null;
};

/** What is sealed or signed from now on is so with the new key; what was before opens with the old one, which gets a number. */
export const turnKey = (folder: string, name: TurnedKey): void => {
  const path = join(folder, name);
  const number = Math.max(0, ...olderIn(folder, name).map(numberOf)) + 1;
  rmSync(newName(path), { force: true });
  writeFileSync(newName(path), MAKERS[name](), { mode: 0o600, flag: "wx", flush: true });
  // At no time is the old one without a name.
  linkSync(path, `${path}.${number}`);
  renameSync(newName(path), path);
};

/** By what a key is known. */
export const checkOf = (name: string, content: string): string =>
  createHmac("sha256", content.trim()).update(`accord key check: ${name}`).digest("hex").slice(0, 32);

/** A folder that a platform mounts read-only is closed by the platform. */
const closeToOthers = (path: string, mode: number): void => {
  if ((lstatSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!["EROFS", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
};

/** The key of that name, or the one that waits for it, made now at the latest. */
const readOrMake = (path: string, make: () => string): { content: string; isNew: boolean } => {
  const kept = readClosed(path);
  if (kept !== null) return { content: kept, isNew: false };
  const waiting = newName(path);
  const found = readClosed(waiting);
  if (found !== null) return { content: found, isNew: true };
  // A whole file appears at once under its name, or the one that was first is read.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, make(), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, waiting);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  const first = readClosed(path);
  if (first === null) return { content: readFileSync(waiting, "utf8"), isNew: true };
  // Another process kept its keys between our two looks.
  rmSync(waiting, { force: true });
  return { content: first, isNew: false };
};

const newName = (path: string): string => `${path}.new`;

/** The file's text, closed to others; null where there is none. */
const readClosed = (path: string): string | null => {
  try {
    const content = readFileSync(path, "utf8");
    closeToOthers(path, 0o600);
    return content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
};

/** Gives the new keys their own names: the database knows them now. Another process may have done so. Throws ConfigError where they are gone. */
export const keepNewKeys = ({ folder, files }: KeyRing): void => {
  for (const { name, isNew } of files) {
    const path = join(folder, name);
    if (!isNew || existsSync(path)) continue;
    try {
      renameSync(newName(path), path);
    } catch (error) {
      if (!existsSync(path))
        throw new ConfigError(
          `${newName(path)} could not be kept (${(error as NodeJS.ErrnoException).code}): start again`,
        );
    }
  }
};

/** Takes away what was made for nothing: nothing was written with it. */
export const dropNewKeys = ({ folder, files }: KeyRing): void => {
  for (const { name, isNew } of files) if (isNew) rmSync(newName(join(folder, name)), { force: true });
};

/** Puts keys into `folder` where it has none of that name. */
export const putKeys = (folder: string, contents: Readonly<Record<string, string>>): void => {
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, name);
    if (!existsSync(path)) writeFileSync(path, content, { mode: 0o600, flag: "wx", flush: true });
  }
};

const makeRandom = (): string => randomBytes(32).toString("base64");

const makeReceiptKey = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const makeJwks = (): string => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = {
    ...privateKey.export({ format: "jwk" }),
    use: "sig",
    alg: "ES256",
    kid: randomBytes(8).toString("hex"),
  };
  return JSON.stringify({ keys: [jwk] });
};

/** The pepper is not turned: every agreement is found by what it made of a pair. */
const MAKERS = {
  "encryption-key": makeRandom,
  "cookie-key": makeRandom,
  "receipt-key.pem": makeReceiptKey,
  "provider-jwks.json": makeJwks,
} as const;
export type TurnedKey = keyof typeof MAKERS;
export const TURNED_KEYS = Object.keys(MAKERS) as readonly TurnedKey[];
