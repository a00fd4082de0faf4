/** Keys of this installation: made on the first run in DATA_DIR/keys (0600), read ever after, never logged. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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

/** Reads the keys below `dataDir`, making the folder (0700) and what is missing; safe when several processes start at once. */
export const loadKeys = (dataDir: string): Keys => {
  const folder = join(dataDir, "keys");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const random = (): string => randomBytes(32).toString("base64");
  return {
    pairPepper: Buffer.from(readOrMake(join(folder, "pair-pepper"), random), "base64"),
    encryptionKey: Buffer.from(readOrMake(join(folder, "encryption-key"), random), "base64"),
    cookieKey: readOrMake(join(folder, "cookie-key"), random),
    receiptKey: readOrMake(join(folder, "receipt-key.pem"), makeReceiptKey),
    providerJwks: JSON.parse(readOrMake(join(folder, "provider-jwks.json"), makeJwks)) as Keys["providerJwks"],
  };
};

/** A whole file appears at once under its name, or the one that was first is read. */
const readOrMake = (path: string, make: () => string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, make(), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8");
};

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
