/** What a browser carries to a sign-in and back, after the cookie key was turned meanwhile (K9). */
import { expect, test } from "vitest";
import { createTransactionSeal } from "./transaction.js";

test("K9: what was sealed with an older cookie key still opens, and with no other", () => {
  const transaction = { state: "s", nonce: "n", verifier: "v", returnTo: "/", isStepUp: false, startedAt: 1 };
  const sealed = createTransactionSeal("old key").seal(transaction);
  expect(createTransactionSeal("new key", ["older key", "old key"]).open(sealed, "s", 2)).toEqual(transaction);
  expect(createTransactionSeal("new key", ["older key"]).open(sealed, "s", 2)).toBeNull();
});
