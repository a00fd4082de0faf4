/** What only this installation can read again: AES-256-GCM, as nonce, tag and text. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `key` is 32 bytes long; what is sealed opens for the same `owner` alone. */
export const sealText = (key: Uint8Array, text: string, owner = ""): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
};

/** @throws Error when it was altered, cut off, or sealed with another key or for another owner */
export const openText = (key: Uint8Array, sealed: Buffer, owner = ""): string => {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
};

/** What `open` makes of the first key that opens it. @throws what it says of the last key */
export const openWith = <Key, Opened>(
  [key, ...others]: readonly [Key, ...Key[]],
  open: (key: Key) => Opened,
): Opened => {
  try {
    return open(key);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined) throw error;
    return openWith([next, ...rest], open);
  }
};
