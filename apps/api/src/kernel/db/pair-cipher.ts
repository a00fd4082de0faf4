/** Access ID and Agreement ID at rest: found by HMAC-SHA-256 under a pepper, shown again from AES-256-GCM; other secrets sealed the same way. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import type { IdPair } from "@accord/domain";

export interface PairCipher {
  /** Names the encryption key a sealed pair needs. */
  readonly keyId: string;
  lookup(pair: IdPair): string;
  /** Bound to the plan: a sealed pair moved to another plan does not open. */
  seal(pair: IdPair, planId: string): string;
  /** Throws when it was altered or sealed with another key. */
  open(sealed: string, planId: string): IdPair;
  /** The same for any text, bound to whose it is. */
  sealText(text: string, ownerId: string): string;
  openText(sealed: string, ownerId: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `encryptionKey` is 32 bytes long. */
export const createPairCipher = (pepper: Uint8Array, encryptionKey: Uint8Array): PairCipher => {
  // JSON quotes both halves: no two different pairs give the same text.
  const write = (pair: IdPair): string => JSON.stringify([pair.accessId, pair.agreementId]);
  const sealText = (text: string, ownerId: string): string => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", encryptionKey, iv).setAAD(Buffer.from(ownerId));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
  };
  const openText = (sealed: string, ownerId: string): string => {
    const bytes = Buffer.from(sealed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", encryptionKey, bytes.subarray(0, IV_BYTES)).setAAD(
      Buffer.from(ownerId),
    );
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  };
  return {
    keyId: createHash("sha256").update("key id").update(encryptionKey).digest("hex").slice(0, 16),
    lookup: (pair) => createHmac("sha256", pepper).update(write(pair)).digest("hex"),
    seal: (pair, planId) => sealText(write(pair), planId),
    open: (sealed, planId) => {
      const [accessId, agreementId] = JSON.parse(openText(sealed, planId)) as [string, string];
      return { accessId, agreementId };
    },
    sealText,
    openText,
  };
};
