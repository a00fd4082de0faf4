/** Access ID and Agreement ID at rest: found by HMAC-SHA-256 under a pepper, shown again from AES-256-GCM; other secrets sealed the same way. */
import { createHash, createHmac } from "node:crypto";
import type { IdPair } from "@accord/domain";
import { openText, openWith, sealText } from "../seal.js";

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

/** Keys are 32 bytes long; what an older one sealed still opens. */
export const createPairCipher = (
  pepper: Uint8Array,
  encryptionKey: Uint8Array,
  older: readonly Uint8Array[] = [],
): PairCipher => {
  // JSON quotes both halves: no two different pairs give the same text.
  const write = (pair: IdPair): string => JSON.stringify([pair.accessId, pair.agreementId]);
  const seal = (text: string, ownerId: string): string => sealText(encryptionKey, text, ownerId).toString("base64");
  const open = (sealed: string, ownerId: string): string =>
    openWith([encryptionKey, ...older], (key) => openText(key, Buffer.from(sealed, "base64"), ownerId));
  return {
    keyId: createHash("sha256").update("key id").update(encryptionKey).digest("hex").slice(0, 16),
    lookup: (pair) => createHmac("sha256", pepper).update(write(pair)).digest("hex"),
    seal: (pair, planId) => seal(write(pair), planId),
    open: (sealed, planId) => {
      const [accessId, agreementId] = JSON.parse(open(sealed, planId)) as [string, string];
      return { accessId, agreementId };
    },
    sealText: seal,
    openText: open,
  };
};
