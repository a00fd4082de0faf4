/** What the server must remember between sending the browser away to sign in and its return: sealed in a short-lived cookie. */
import { createHash } from "node:crypto";
import { z } from "@accord/domain";
import { openText, openWith, sealText } from "../../../kernel/seal.js";

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

/** What was sealed with an older key still opens. */
export const createTransactionSeal = (cookieKey: string, older: readonly string[] = []): TransactionSeal => {
  const keyOf = (secret: string): Buffer => createHash("sha256").update(`transaction:${secret}`).digest();
  const key = keyOf(cookieKey);
  const olderKeys = older.map(keyOf);
  return {
    seal: (transaction) => sealText(key, JSON.stringify(transaction)).toString("base64url"),
    open: (sealed, state, now) => {
      const transaction = decrypt([key, ...olderKeys], sealed);
      if (transaction === null || transaction.state !== state) return null;
      const age = now - transaction.startedAt;
      return age >= 0 && age < TRANSACTION_SECONDS * 1000 ? transaction : null;
    },
  };
};

const decrypt = (keys: readonly [Buffer, ...Buffer[]], sealed: string): Transaction | null => {
  try {
    return transactionSchema.parse(
      JSON.parse(openWith(keys, (key) => openText(key, Buffer.from(sealed, "base64url")))),
    );
  } catch {
    return null;
  }
};
