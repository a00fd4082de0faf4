/** The keys of an installation, readable with a passphrase alone: scrypt makes a key of it, AES-256-GCM seals them. */
import { randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { z } from "@accord/domain";
import { openText, sealText } from "../kernel/seal.js";

/** A guess costs 128 MiB and about half a second. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const PURPOSE = "accord backup keys";
export const PASSPHRASE_LEAST = 12;

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

const sealedSchema = z.object({ salt: z.base64(), sealed: z.base64() });
const keysSchema = z.record(z.string().regex(/^[a-z][a-z0-9.-]*$/), z.string());

/** Contents of key files by their names. */
export type KeyContents = Readonly<Record<string, string>>;

export const sealKeys = async (keys: KeyContents, passphrase: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(passphrase.normalize("NFC"), salt, KEY_BYTES, COST);
  const sealed = sealText(key, JSON.stringify(keys), PURPOSE);
  return JSON.stringify({ salt: salt.toString("base64"), sealed: sealed.toString("base64") });
};

/** Null: another passphrase, or it was altered. */
export const openKeys = async (text: string, passphrase: string): Promise<KeyContents | null> => {
  const { salt, sealed } = sealedSchema.parse(JSON.parse(text));
  const key = await derive(passphrase.normalize("NFC"), Buffer.from(salt, "base64"), KEY_BYTES, COST);
  return readSealed(key, Buffer.from(sealed, "base64"));
};

const readSealed = (key: Buffer, sealed: Buffer): KeyContents | null => {
  try {
    return keysSchema.parse(JSON.parse(openText(key, sealed, PURPOSE)));
  } catch {
    return null;
  }
};
