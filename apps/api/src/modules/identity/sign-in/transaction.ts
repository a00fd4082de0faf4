/** What the server must remember between sending the browser away to sign in and its return: sealed in a short-lived cookie. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { z } from "@accord/domain";

const transactionSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  /** PKCE verifier. */
  verifier: z.string(),
  /** A path of this origin. */
  returnTo: z.string(),
  /** True when the portal asked the provider to see the person again. */
  isStepUp: z.boolean(),
  /** Epoch ms by the application's clock. */
  startedAt: z.number(),
});
export type Transaction = z.infer<typeof transactionSchema>;

/** How long a person may take at the provider. */
export const TRANSACTION_SECONDS = 15 * 60;

export interface TransactionSeal {
  seal(transaction: Transaction): string;
  /** null when it was tampered with, belongs to another state or is too old. */
  open(sealed: string, state: string, now: number): Transaction | null;
}

/** Cookies are named by their state, so that two tabs can sign in side by side. */
export const transactionCookie = (state: string): `signin-${string}` =>
  `signin-${createHash("sha256").update(state).digest("hex").slice(0, 12)}`;

export const createTransactionSeal = (cookieKey: string): TransactionSeal => {
  const key = createHash("sha256").update(`transaction:${cookieKey}`).digest();
  return {
    seal: (transaction) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify(transaction), "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed, state, now) => {
      const transaction = decrypt(key, sealed);
      if (transaction === null || transaction.state !== state) return null;
      const age = now - transaction.startedAt;
      return age >= 0 && age < TRANSACTION_SECONDS * 1000 ? transaction : null;
    },
  };
};

const decrypt = (key: Buffer, sealed: string): Transaction | null => {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 29) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    return transactionSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};
