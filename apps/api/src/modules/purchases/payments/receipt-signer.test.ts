import { generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createReceiptSigner } from "./receipt-signer.js";

const newKey = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

describe("signed receipts", () => {
  it("F28: whoever has the public half can check a receipt; a changed one does not hold", () => {
    const signer = createReceiptSigner(newKey());
    const signature = signer.sign("amount 499.00 EUR");
    expect(signature).toMatch(/^[\w-]{86}$/);
    expect(signer.sign("amount 499.00 EUR")).toBe(signature);
    expect(signer.isSigned("amount 499.00 EUR", signature)).toBe(true);
    expect(signer.isSigned("amount 4.99 EUR", signature)).toBe(false);
    expect(createReceiptSigner(newKey()).isSigned("amount 499.00 EUR", signature)).toBe(false);
    const bytes = Buffer.from(signature, "base64url");
    expect(verify(null, Buffer.from("amount 499.00 EUR"), signer.publicKey, bytes)).toBe(true);
  });
});
