/**
 * Keys of this installation: made on the first run in KEYS_DIR (folder 0700, files 0600), read ever after, never logged.
 * Whether they are those the database was filled with is told by `settleKeys`.
 */
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../config-error.js";

export interface Keys {
  /** Keys the lookup of Access ID and Agreement ID. */
  readonly pairPepper: Uint8Array;
  /** AES-256-GCM key of what is shown again. */
  readonly encryptionKey: Uint8Array;
  /** Signs the sign-in transaction and the provider's cookies. */
  readonly cookieKey: string;
  /** Signs receipts: an Ed25519 key, PEM. */
  readonly receiptKey: string;
  /** Private signing keys of the embedded provider. */
  readonly providerJwks: { readonly keys: readonly object[] };
}

export interface KeyFile {
  /** Its file in KEYS_DIR. */
  readonly name: string;
  /** Known for a key that is not shown: the same for the same content only. */
  readonly check: string;
  /** Made by this process just now: nothing can have been written with it yet. */
  readonly isNew: boolean;
}

export interface KeyRing {
  readonly folder: string;
  readonly keys: Keys;
  readonly files: readonly KeyFile[];
}

/** Reads the keys in `folder`, making it and what is missing; safe when several processes start at once. Throws ConfigError where it cannot. */
export const loadKeys = (folder: string): KeyRing => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeToOthers(folder, 0o700);
    return readRing(folder);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ConfigError(`KEYS_DIR ${folder} cannot be used (${code} at ${syscall})`);
  }
};

const readRing = (folder: string): KeyRing => {
  const files: KeyFile[] = [];
  const read = (name: string, make: () => string): string => {
    const { content, isNew } = readOrMake(join(folder, name), make);
    files.push({ name, check: checkOf(name, content), isNew });
    return content;
  };
  const keys = {
    pairPepper: Buffer.from(read("pair-pepper", makeRandom), "base64"),
    encryptionKey: Buffer.from(read("encryption-key", makeRandom), "base64"),
    cookieKey: read("cookie-key", makeRandom),
    receiptKey: read("receipt-key.pem", makeReceiptKey),
    providerJwks: JSON.parse(read("provider-jwks.json", makeJwks)) as Keys["providerJwks"],
  };
  return { folder, keys, files };
};

const checkOf = (name: string, content: string): string =>
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

/** A whole file appears at once under its name, or the one that was first is read. */
const readOrMake = (path: string, make: () => string): { content: string; isNew: boolean } => {
  try {
    const content = readFileSync(path, "utf8");
    closeToOthers(path, 0o600);
    return { content, isNew: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  let isNew = true;
  writeFileSync(draft, make(), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    isNew = false;
  } finally {
    rmSync(draft);
  }
  return { content: readFileSync(path, "utf8"), isNew };
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
