/** Signs receipts with the key of this installation: Ed25519, so that whoever has the public half can check one alone (F28). */
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

export interface ReceiptSigner {
  /** Base64url; the same text has the same signature. */
  sign(statement: string): string;
  isSigned(statement: string, signature: string): boolean;
  /** The public half, PEM. */
  readonly publicKey: string;
}

/** From the private key, PEM. */
export const createReceiptSigner = (privateKey: string): ReceiptSigner => {
  const key = createPrivateKey(privateKey);
  const publicKey = createPublicKey(key);
  return {
    sign: (statement) => sign(null, Buffer.from(statement), key).toString("base64url"),
    isSigned: (statement, signature) =>
      verify(null, Buffer.from(statement), publicKey, Buffer.from(signature, "base64url")),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
};
